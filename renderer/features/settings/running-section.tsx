import type { ViewState } from "../../../shared/contract/view-state.ts";
import { useClient, useText } from "../../app/services.ts";
import { Card } from "../../components/card.tsx";
import { keepAliveMeaning } from "../../text/keep-alive-meaning.ts";
import { SectionHeading } from "../../components/section-heading.tsx";
import { SettingSwitch } from "../../components/setting-switch.tsx";

/** What the switches show. */
export type RunningState = Pick<ViewState, "startsAtLogin" | "settings" | "helper">;

/** When Holdfast runs, and whether it acts by itself. */
export function RunningSection({ view }: { view: RunningState }) {
  const text = useText();
  return (
    <Card label={text("app:settings.running")}>
      <SectionHeading>{text("app:settings.running")}</SectionHeading>
      <div className="space-y-3">
        <RunningSwitches view={view} />
      </div>
    </Card>
  );
}

/** The same switches without their frame, for the first start. */
export function RunningSwitches({ view }: { view: RunningState }) {
  const text = useText();
  const client = useClient();
  const { startsAtLogin, settings } = view;
  return (
    <>
      {startsAtLogin !== null && (
        <SettingSwitch
          name={text("app:settings.start-at-login")}
          {...(startsAtLogin === "forbidden" && { meaning: text("app:settings.login-forbidden") })}
          on={startsAtLogin === true}
          onChange={(on) => void client.setStartAtLogin({ on })}
        />
      )}
      <SettingSwitch
        name={text("app:keep-alive.title")}
        meaning={keepAliveMeaning(view, text)}
        on={settings.keepAlive}
        onChange={(keepAlive) => void client.changeSettings({ keepAlive })}
      />
    </>
  );
}

import type { ViewState } from "../../../shared/contract/view-state.ts";
import { useClient, useText } from "../../app/services.ts";
import { Card } from "../../components/card.tsx";
import { SectionHeading } from "../../components/section-heading.tsx";
import { SettingSwitch } from "../../components/setting-switch.tsx";

/** When Holdfast runs, and whether it acts by itself. */
export function RunningSection({ view }: { view: Pick<ViewState, "startsAtLogin" | "settings"> }) {
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
export function RunningSwitches({
  view: { startsAtLogin, settings },
}: {
  view: Pick<ViewState, "startsAtLogin" | "settings">;
}) {
  const text = useText();
  const client = useClient();
  return (
    <>
      {startsAtLogin !== null && (
        <SettingSwitch
          name={text("app:settings.start-at-login")}
          on={startsAtLogin}
          onChange={(on) => void client.setStartAtLogin({ on })}
        />
      )}
      <SettingSwitch
        name={text("app:keep-alive.title")}
        meaning={text("app:keep-alive.meaning")}
        on={settings.keepAlive}
        onChange={(keepAlive) => void client.changeSettings({ keepAlive })}
      />
    </>
  );
}

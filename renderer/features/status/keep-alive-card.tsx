import { useId } from "react";
import type { ViewState } from "../../../shared/contract/view-state.ts";
import { useClient, useText } from "../../app/services.ts";
import { useTimeText } from "../../app/use-time-text.ts";
import { Card } from "../../components/card.tsx";
import { Switch } from "../../components/switch.tsx";
import { keepAliveMeaning } from "../../text/keep-alive-meaning.ts";
import { keepAliveText } from "./keep-alive-text.ts";

interface KeepAliveCardProps {
  readonly view: Pick<ViewState, "settings" | "keepAlive" | "helper">;
  /** Whether what is wrong is listed above. */
  readonly hasFindings: boolean;
}

/** The switch that lets Holdfast keep VPNs alive, what that means, and how it goes. */
export function KeepAliveCard({ view, hasFindings }: KeepAliveCardProps) {
  const text = useText();
  const client = useClient();
  const timeText = useTimeText();
  const [name, meaning, state] = [useId(), useId(), useId()];
  const { settings, keepAlive } = view;
  const line = keepAliveText(keepAlive, text, timeText);
  const pointsUp = keepAlive.state === "gave-up" && hasFindings;
  return (
    <Card label={text("app:keep-alive.title")}>
      <div className="flex items-start justify-between gap-3">
        <label htmlFor={name} className="text-body font-semibold">
          {text("app:keep-alive.title")}
        </label>
        <Switch
          id={name}
          on={settings.keepAlive}
          describedBy={`${meaning} ${state}`}
          onChange={(on) => void client.changeSettings({ keepAlive: on })}
        />
      </div>
      <p id={meaning} className="mt-1 text-small text-soft">
        {keepAliveMeaning(view, text)}
      </p>
      <p
        id={state}
        aria-live="polite"
        className={`whitespace-pre-line select-text ${line === null ? "" : "mt-2"} ${INK[keepAlive.state] ?? ""}`}
      >
        {line}
        {pointsUp && `\n${text("app:keep-alive.state.see-findings")}`}
      </p>
    </Card>
  );
}

/** Of the states in which the user has something to do or to be glad about; the others are said calmly. */
const INK: Readonly<Partial<Record<ViewState["keepAlive"]["state"], string>>> = {
  back: "text-ok",
  watching: "text-ok",
  "gave-up": "text-bad",
  refused: "text-bad",
  unavailable: "text-warn",
};

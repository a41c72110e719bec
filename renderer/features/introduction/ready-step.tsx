import broken from "../../../build/tray/macos/brokenTemplate@2x.png";
import off from "../../../build/tray/macos/offTemplate@2x.png";
import up from "../../../build/tray/macos/upTemplate@2x.png";
import type { ViewState } from "../../../shared/contract/view-state.ts";
import { useText } from "../../app/services.ts";
import { RunningSwitches } from "../settings/running-section.tsx";
import type { RunningState } from "../settings/running-section.tsx";

/** The icons that somebody should know; the others say what they are by their tooltip. */
const ICONS = { up, broken, off } as const;

/** Where Holdfast is from now on, what its icon says, and what can be turned on at once. */
export function ReadyStep({ view }: { view: RunningState & Pick<ViewState, "os"> }) {
  const text = useText();
  return (
    <>
      <p className="mt-2 text-soft">{text(`app:introduction.ready.text-${view.os}`)}</p>
      <ul className="mt-4 space-y-2">
        {Object.entries(ICONS).map(([state, picture]) => (
          <li key={state} className="flex items-center gap-3">
            <img src={picture} alt="" className="size-5 dark:invert" />
            {text(`app:headline.${state}.title`)}
          </li>
        ))}
      </ul>
      <div className="mt-4 space-y-4 rounded-card border border-line bg-card p-4">
        <RunningSwitches view={view} />
      </div>
      <p className="mt-4 text-small text-soft">{text("app:introduction.ready.later")}</p>
    </>
  );
}

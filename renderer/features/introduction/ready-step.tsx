import type { ViewState } from "../../../shared/contract/view-state.ts";
import { useText } from "../../app/services.ts";
import { RunningSwitches } from "../settings/running-section.tsx";

/** Where Holdfast is from now on, and what can be turned on at once. */
export function ReadyStep({ view }: { view: Pick<ViewState, "os" | "startsAtLogin" | "settings"> }) {
  const text = useText();
  return (
    <>
      <p className="mt-2 text-soft">{text(`app:introduction.ready.text-${view.os}`)}</p>
      <div className="mt-4 space-y-4 rounded-card border border-line bg-card p-4">
        <RunningSwitches view={view} />
      </div>
      <p className="mt-4 text-small text-soft">{text("app:introduction.ready.later")}</p>
    </>
  );
}

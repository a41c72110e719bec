import type { PlanView, StepView, ViewState } from "../../../shared/contract/view-state.ts";
import { inOneGo } from "../../../shared/explain/in-one-go.ts";
import { repairText } from "../../../shared/locales/repair-text.ts";
import { useClient, useText } from "../../app/services.ts";
import { Button } from "../../components/button.tsx";
import { Progress } from "../../components/progress.tsx";
import { inOneLine } from "../../text/sentences.ts";
import { StepWords } from "./step-words.tsx";

interface RepairBarProps {
  readonly view: Pick<ViewState, "activity" | "helper">;
  readonly plan: PlanView;
  /** The steps that the button would do. */
  readonly chosen: readonly StepView[];
}

/** The one button that changes something, and what it will do. It stays in sight whatever is read above. */
export function RepairBar({ view, plan, chosen }: RepairBarProps) {
  const text = useText();
  const client = useClient();
  const label = repairText(
    doneAtOnce(view.helper, chosen).map(({ planned }) => planned.step),
    text,
  );
  const repair = () => void client.repair({ digest: plan.digest, steps: chosen.map(({ planned }) => planned.id) });
  return (
    <section
      data-bottom-bar
      aria-label={text("app:repair.plan")}
      // In a low window (large text on a small screen) it would cover all that it is about.
      className="short:static sticky bottom-0 mt-auto border-t border-line bg-paper px-4 pt-2 pb-3 before:pointer-events-none before:absolute before:inset-x-0 before:bottom-full before:h-4 before:bg-linear-to-t before:from-paper before:to-transparent"
    >
      <ChosenSteps steps={chosen} />
      {view.activity === "repairing" && (
        <div className="mb-2 animate-later">
          <Progress label={text(view.helper.state === "asks-password" ? "app:repair.asking" : "app:repair.working")} />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button kind="primary" disabled={view.activity !== "idle" || chosen.length === 0} onClick={repair}>
          {view.activity === "repairing" ? text("app:repair.working") : label || text("app:repair.nothing-chosen")}
        </Button>
        <p className="text-small text-soft">
          {inOneLine(
            notesOf(view.helper, chosen).map((note) => text(`app:repair.${note}`)),
            text,
          )}
        </p>
      </div>
    </section>
  );
}

/** More would take the room of what is wrong; the commands of all are listed above. */
const MOST_SHOWN = 3;

function ChosenSteps({ steps }: { steps: readonly StepView[] }) {
  const text = useText();
  const isNumbered = steps.length > 1;
  return (
    <ol className="mb-2 text-small">
      {steps.slice(0, MOST_SHOWN).map(({ planned }, index) => (
        <li key={planned.id} className="flex gap-2">
          {isNumbered && <span className="shrink-0 text-soft">{index + 1}.</span>}
          <StepWords step={planned.step} />
        </li>
      ))}
      {steps.length > MOST_SHOWN && (
        <li className="text-soft">{text("app:repair.more", { count: steps.length - MOST_SHOWN })}</li>
      )}
    </ol>
  );
}

function notesOf(helper: ViewState["helper"], chosen: readonly StepView[]): string[] {
  const isUndoable = chosen.some(({ planned }) => planned.inverse !== null);
  return [...passwordNote(helper, chosen), ...(isUndoable ? ["undoable"] : [])];
}

/** The steps that the button names, and does. */
function doneAtOnce({ state }: ViewState["helper"], chosen: readonly StepView[]): readonly StepView[] {
  return inOneGo(chosen, ({ needsRoot }) => needsRoot, state === "installed" ? "routes-only" : "all-rights");
}

// An installed helper repairs routes at once; the rest stays for a second click, which asks for a password.
function passwordNote({ state }: ViewState["helper"], chosen: readonly StepView[]): string[] {
  const beyond = chosen.filter(({ needsRoot }) => needsRoot).length;
  if (state === "asks-password" || (state === "installed" && chosen.length > 0 && beyond === chosen.length)) {
    return ["asks-password"];
  }
  return state === "installed" && beyond > 0 ? ["rest-asks-password"] : [];
}

import { useEffect, useRef, useState } from "react";
import type { ViewState } from "../../../shared/contract/view-state.ts";
import type { OpenView } from "../../app/navigation.ts";
import { useShortcuts } from "../../app/use-shortcuts.ts";
import { useClient, useText } from "../../app/services.ts";
import { Button } from "../../components/button.tsx";
import { HelperStep } from "./helper-step.tsx";
import { ReadyStep } from "./ready-step.tsx";
import { StepDots } from "./step-dots.tsx";
import { WatchingStep } from "./watching-step.tsx";

/** What is told at the first start, in this order. Their names are texts under `app:introduction`. */
const STEPS = ["watching", "helper", "ready"] as const;
const CONTENT = { watching: WatchingStep, helper: HelperStep, ready: ReadyStep };

/** There is no other view to go to yet; the text can be made larger already. */
const NOWHERE_ELSE: OpenView = () => {};

/** The first start, in three steps: what Holdfast looks at, what repairs, and what can be turned on. */
export function Introduction({ view }: { view: ViewState }) {
  const text = useText();
  const client = useClient();
  useShortcuts(view, NOWHERE_ELSE);
  const [index, setIndex] = useState(0);
  const step = STEPS[index] ?? "ready";
  const Content = CONTENT[step];
  const isLast = index === STEPS.length - 1;
  const goOn = () => (isLast ? void client.changeSettings({ introduced: true }) : setIndex(index + 1));
  return (
    <div className="flex h-full flex-col bg-paper">
      <main className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto px-6 pt-6 pb-4">
        <StepHeading key={step}>{text(`app:introduction.${step}.title`)}</StepHeading>
        <Content view={view} />
      </main>
      <footer className="flex items-center gap-2 border-t border-line bg-card px-4 py-3">
        <StepDots count={STEPS.length} index={index} />
        {index > 0 && (
          <Button kind="quiet" onClick={() => setIndex(index - 1)}>
            {text("app:introduction.back")}
          </Button>
        )}
        <Button kind="primary" onClick={goOn}>
          {text(`app:introduction.${step}.next`)}
        </Button>
      </footer>
    </div>
  );
}

/** The title of a step; a new one takes the focus, so that it is read aloud and the keyboard goes on from it. */
function StepHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1} className="text-title outline-none">
      {children}
    </h1>
  );
}

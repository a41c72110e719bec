import { Check, CircleAlert, Undo2, X } from "lucide-react";
import type { ReactNode } from "react";
import type { Activity, Outcome } from "../../../shared/contract/view-state.ts";
import type { Step } from "../../../shared/repair/step.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";
import { useClient, useText } from "../../app/services.ts";
import { Button } from "../../components/button.tsx";
import { stepText } from "./step-text.ts";
import { StepWords } from "./step-words.tsx";

/** How the last repair or undo ended: what was done, whether it was verified, and the way back. */
export function OutcomeCard({ outcome, activity }: { outcome: Outcome; activity: Activity }) {
  switch (outcome.kind) {
    case "applied":
      return <Applied outcome={outcome} activity={activity} />;
    case "undone":
      return <Undone outcome={outcome} />;
    case "failed":
      return <Failed outcome={outcome} activity={activity} />;
  }
}

function Applied({ outcome, activity }: { outcome: Extract<Outcome, { kind: "applied" }>; activity: Activity }) {
  const text = useText();
  const isVerified = outcome.verdict === "verified";
  return (
    <Frame tone={isVerified ? "ok" : "bad"} title={text(`app:outcome.${outcome.verdict}`)}>
      <ul className="mt-1">
        {outcome.done.map(({ planned }) => (
          <li key={planned.id}>
            <StepWords step={planned.step} form="done" />
          </li>
        ))}
        {outcome.failed.map(({ step, error }) => (
          <li key={step.planned.id}>
            {text("app:outcome.failed-step", { step: wordsOf(step.planned.step, text) })} <ErrorText error={error} />
          </li>
        ))}
      </ul>
      <p className="mt-1 text-soft">{text(`app:outcome.${outcome.verdict}-text`)}</p>
      {outcome.done.length > 0 && <UndoButton transaction={outcome.transaction} activity={activity} />}
    </Frame>
  );
}

function UndoButton({ transaction, activity }: { transaction: string; activity: Activity }) {
  const text = useText();
  const client = useClient();
  return (
    <div className="mt-2">
      <Button kind="quiet" disabled={activity !== "idle"} onClick={() => void client.undo({ transaction })}>
        <Undo2 size={14} aria-hidden />
        {text(activity === "undoing" ? "app:outcome.undoing" : "app:outcome.undo")}
      </Button>
    </div>
  );
}

function Undone({ outcome }: { outcome: Extract<Outcome, { kind: "undone" }> }) {
  const text = useText();
  const isWhole = outcome.skipped.length === 0 && outcome.restored > 0;
  return (
    <Frame tone={isWhole ? "ok" : "calm"} title={text("app:outcome.undone", { count: outcome.restored })}>
      {isWhole && <p className="mt-1 text-soft">{text("app:outcome.undone-text")}</p>}
      {outcome.skipped.map((reason, index) => (
        <p key={`${reason.code} ${index}`} className="mt-1 text-soft">
          {text("app:outcome.skipped", { reason: text(`app:undo-refusal.${reason.code}`, reason.args) })}
        </p>
      ))}
    </Frame>
  );
}

/** After these something may have been done: the helper was asked to act and did not say how it ended. */
const UNSURE = new Set([
  "helper-ended",
  "helper-silent",
  "helper-garbled",
  "partial",
  "tool-failed",
  "timeout",
  "internal",
]);

function Failed({ outcome, activity }: { outcome: Extract<Outcome, { kind: "failed" }>; activity: Activity }) {
  const text = useText();
  const { during, error } = outcome;
  const title = during === "look" ? "look-failed" : UNSURE.has(error.code) ? `${during}-failed` : "nothing-done";
  return (
    <Frame tone="bad" title={text(`app:outcome.${title}`)}>
      <p className="mt-1 select-text">
        <ErrorText error={error} />
      </p>
      {outcome.undoable !== null && <UndoButton transaction={outcome.undoable} activity={activity} />}
    </Frame>
  );
}

function ErrorText({ error }: { error: CodedText }) {
  return useText()(`app:error.${error.code}`, error.args);
}

function wordsOf(step: Step, text: ReturnType<typeof useText>): string {
  const { code, args } = stepText(step);
  return text(`app:repair.step.${code}`, args);
}

const EDGE = { ok: "border-ok", calm: "border-soft", bad: "border-bad" } as const;
const INK = { ok: "text-ok", calm: "text-ink", bad: "text-bad" } as const;

function Frame({ tone, title, children }: { tone: "ok" | "calm" | "bad"; title: string; children: ReactNode }) {
  const text = useText();
  const client = useClient();
  const Icon = tone === "bad" ? CircleAlert : Check;
  return (
    <section
      role={tone === "bad" ? "alert" : "status"}
      className={`mx-3 mb-3 rounded-card border border-l-4 bg-card px-4 py-3 ${EDGE[tone]}`}
    >
      <div className="flex items-start gap-2">
        <Icon size={16} strokeWidth={2.5} aria-hidden className={`mt-1 shrink-0 ${INK[tone]}`} />
        <h2 className={`flex-1 text-heading ${INK[tone]}`}>{title}</h2>
        <button
          type="button"
          aria-label={text("app:outcome.dismiss")}
          className="-m-1 rounded-small p-1 text-soft hover:bg-sunken"
          onClick={() => void client.dismissOutcome(null)}
        >
          <X size={14} aria-hidden />
        </button>
      </div>
      <div className="pl-6 text-body">{children}</div>
    </section>
  );
}

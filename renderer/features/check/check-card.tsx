import { useId, useState } from "react";
import type { SyntheticEvent } from "react";
import type { CheckAnswer } from "../../../shared/contract/check.ts";
import type { Result } from "../../../shared/contract/result.ts";
import { useClient, useText } from "../../app/services.ts";
import { useUnfinished } from "../../app/standing.ts";
import { useTimeText } from "../../app/use-time-text.ts";
import { AnswerError } from "../../components/answer-error.tsx";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Progress } from "../../components/progress.tsx";
import { CheckReport } from "./check-report.tsx";

/** What the card is doing. */
type Doing = "nothing" | "check" | "probe";

interface CheckCardProps {
  /** Stands in the field until somebody types. */
  readonly knownServer: string | null;
  /** ISO 8601; what an answer is judged by. */
  readonly lookedAt: string;
}

/** "Would a connection work now?": a field for a server, and the answer with the look that it is from. */
export function CheckCard({ knownServer, lookedAt }: CheckCardProps) {
  const text = useText();
  const client = useClient();
  const [typed, setTyped] = useState<string | null>(null);
  const [doing, setDoing] = useState<Doing>("nothing");
  const [answer, setAnswer] = useState<Result<CheckAnswer> | null>(null);
  const [answeredAt, setAnsweredAt] = useState(lookedAt);
  useUnfinished("check", typed !== null || answer !== null);
  const time = useTimeText();
  const server = typed ?? knownServer ?? "";
  const ask = async (call: "check" | "probe", about: string) => {
    setDoing(call);
    setAnswer(await client[call]({ server: about }));
    setAnsweredAt(lookedAt);
    setDoing("nothing");
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void ask("check", server);
  };
  return (
    <Card label={text("app:check.title")}>
      <form onSubmit={submit}>
        <h2 className="text-heading">{text("app:check.title")}</h2>
        <div className="mt-2 flex flex-wrap gap-2">
          <ServerField value={server} onChange={setTyped} />
          <Button kind="quiet" type="submit" disabled={doing !== "nothing" || server.trim() === ""}>
            {text(doing === "check" ? "app:check.checking" : "app:check.check")}
          </Button>
        </div>
      </form>
      {doing !== "nothing" && (
        <div className="mt-2 animate-later">
          <Progress label={text(doing === "check" ? "app:check.checking" : "app:check.trying")} />
        </div>
      )}
      <div aria-live="polite">
        {answer?.ok === false && <AnswerError error={answer.error} />}
        {answer?.ok === true && answer.value.kind === "no-target" && (
          <p className="mt-2 text-bad">
            {text(`preflight:target.${answer.value.problem.code}`, answer.value.problem.args)}
          </p>
        )}
        {answer?.ok === true && answer.value.kind === "report" && (
          <CheckReport
            report={answer.value.report}
            isTrying={doing === "probe"}
            // The server that the report is about, whatever has been typed since.
            onTry={(about) => void ask("probe", about)}
          >
            {text("app:check.as-of", { time: time(answeredAt) })}
          </CheckReport>
        )}
      </div>
    </Card>
  );
}

function ServerField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const text = useText();
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {text("app:check.server")}
      </label>
      <input
        id={id}
        value={value}
        placeholder={text("app:check.example")}
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        onChange={(event) => onChange(event.target.value)}
        className="h-8 min-w-28 flex-1 rounded-control border border-line bg-paper px-3 text-body text-ink placeholder:text-soft focus-visible:outline-offset-0"
      />
    </>
  );
}

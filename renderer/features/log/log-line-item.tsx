import { messageKind } from "../../../shared/explain/log/message-kind.ts";
import { messageTextKeys } from "../../../shared/explain/log/text-keys.ts";
import type { LogLine } from "../../../shared/explain/log/log-line.ts";
import type { LogSeverity } from "../../../shared/explain/log/message.ts";
import { useText } from "../../app/services.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { TermedText } from "../../components/termed-text.tsx";
import type { ShownLine } from "./read-log.ts";

/** A bar for each severity beside the line; the words carry the meaning. */
const BAR: Readonly<Record<LogSeverity, string>> = {
  info: "border-transparent",
  warning: "border-warn",
  error: "border-bad",
  fatal: "border-bad border-double",
};

/** One line as it was printed, and what it means. */
export function LogLineItem({ shown: { line, explainedAt } }: { shown: ShownLine }) {
  return (
    <div className={`mb-1 border-l-3 py-1 pl-3 ${BAR[line.severity]}`}>
      <p className="flex gap-2 font-mono text-code select-text">
        <span className="shrink-0 text-soft tabular-nums select-none">{line.number}</span>
        <span className="min-w-0 break-words">{line.text}</span>
      </p>
      <Meaning line={line} explainedAt={explainedAt} />
    </div>
  );
}

function Meaning({ line, explainedAt }: { line: LogLine; explainedAt: number | null }) {
  const text = useText();
  if (messageKind(line) === null) return null;
  if (explainedAt !== null)
    return <p className="mt-1 text-small text-soft">{text("app:log.as-line", { number: explainedAt })}</p>;
  const errors = line.errorTexts.map((id) => <p key={id}>{text(`messages:message.${id}.meaning`)}</p>);
  if (line.messageId === null) return <div className="mt-1 text-small">{errors}</div>;
  const keys = messageTextKeys(line.messageId);
  return (
    <div className="mt-1 text-small">
      <p>
        <TermedText most={1}>{text(keys.meaning, line.args)}</TermedText>
      </p>
      {errors}
      <Disclosure title={text("app:log.more")}>
        <dl className="space-y-1 text-soft">
          <dt className="font-semibold">{text("app:log.cause")}</dt>
          <dd>{text(keys.cause, line.args)}</dd>
          <dt className="font-semibold">{text("app:log.remedy")}</dt>
          <dd>{text(keys.remedy, line.args)}</dd>
        </dl>
      </Disclosure>
    </div>
  );
}

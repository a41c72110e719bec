import { verdictTextKeys } from "../../../shared/explain/log/text-keys.ts";
import type { LogVerdict } from "../../../shared/explain/log/verdict/verdict.ts";
import type { Translate } from "../../../shared/locales/i18n.ts";
import { useText } from "../../app/services.ts";
import { TermedText } from "../../components/termed-text.tsx";
import { Card } from "../../components/card.tsx";

/** What the whole log says: what happened, where it stands and since when, what comes next, what to do. */
export function VerdictCard({ verdict }: { verdict: LogVerdict }) {
  const text = useText();
  const keys = verdictTextKeys(verdict);
  return (
    <Card label={text("app:log.verdict")}>
      <div role="status">
        <h1 className="text-subtitle">{text(keys.headline)}</h1>
        <p className="mt-1">
          <TermedText most={2}>{text(keys.explanation)}</TermedText>
        </p>
      </div>
      {verdict.facts.length > 0 && (
        <ul className="mt-2 list-disc pl-5 text-small text-soft marker:text-faint">
          {verdict.facts.map(({ code, args }) => (
            <li key={code}>{text(`messages:fact.${code}`, args)}</li>
          ))}
        </ul>
      )}
      <dl className="mt-3 space-y-2 border-t border-line pt-3 text-small">
        <Answer name={text("app:log.state")} sentences={[text(keys.phase), ...since(verdict, text)]} />
        <Answer name={text("app:log.outlook")} sentences={[text(keys.outlook, verdict.outlook.args)]} />
        <Answer name={text("app:log.remedy")} sentences={[text(keys.remedy)]} />
      </dl>
    </Card>
  );
}

function since({ since: turn }: LogVerdict, text: Translate): string[] {
  if (turn === null) return [];
  const { line, timestamp } = turn;
  return [
    timestamp === null ? text("messages:since.line", { line }) : text("messages:since.time", { line, timestamp }),
  ];
}

function Answer({ name, sentences }: { name: string; sentences: readonly string[] }) {
  return (
    <div>
      <dt className="font-semibold">{name}</dt>
      {sentences.map((sentence) => (
        <dd key={sentence} className="text-soft">
          {sentence}
        </dd>
      ))}
    </div>
  );
}

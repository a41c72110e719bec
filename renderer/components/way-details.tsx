import type { ReactNode } from "react";
import type { Way } from "../../shared/preflight/preflight-report.ts";
import { errorWords, holderWords, outcomeWords } from "../../shared/preflight/words.ts";
import type { CodedText } from "../../shared/snapshot/coded-text.ts";
import { useText } from "../app/services.ts";
import { routeText } from "../text/route-text.ts";
import { Disclosure } from "./disclosure.tsx";
import { LosingRoutes } from "./losing-routes.tsx";
import { TermedText } from "./termed-text.tsx";
import { Mono } from "./mono.tsx";

/** Where packets to one address go: in a sentence, by which row, from which own address, and with which error it would fail. */
export function WayDetails({ way }: { way: Way }) {
  const text = useText();
  const say = (part: string, { code, args }: CodedText) => text(`preflight:${part}.${code}`, args);
  const sentence = say("outcome", outcomeWords(way));
  const certainty = text(`preflight:certainty.${way.certainty}`);
  return (
    <>
      <p className="select-text">{way.works === "no" ? text("preflight:judged", { sentence, certainty }) : sentence}</p>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-small select-text">
        {way.error !== null && (
          <Fact name={text("preflight:label.error")}>
            {errorWords(way.error).map((words) => (
              <p key={words.code}>{say("error", words)}</p>
            ))}
          </Fact>
        )}
        {way.winner !== null && (
          <Fact name={text("preflight:label.route")}>
            <Mono>{routeText(way.winner)}</Mono>
          </Fact>
        )}
        {way.source !== null && <Fact name={text("preflight:label.source")}>{way.source}</Fact>}
        {way.tunnel !== null && (
          <Fact name={text("preflight:label.tunnel")}>{say("tunnel", holderWords(way.tunnel))}</Fact>
        )}
      </dl>
      <LosingRoutes losers={way.losers} />
      {way.evidence.length > 0 && (
        <Disclosure title={text("app:finding.evidence")}>
          <ul className="list-disc space-y-1 pl-5 text-small text-soft marker:text-faint">
            {way.evidence.map((fact) => (
              <li key={`${fact.code} ${JSON.stringify(fact.args)}`}>
                <TermedText most={1}>{text(`evidence:${fact.code}`, fact.args)}</TermedText>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

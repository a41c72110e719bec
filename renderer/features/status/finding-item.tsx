import { useEffect, useRef } from "react";
import type { Finding } from "../../../shared/health/finding.ts";
import { useText } from "../../app/services.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { Mono } from "../../components/mono.tsx";
import { SeverityMark } from "../../components/severity-mark.tsx";
import { TermedText } from "../../components/termed-text.tsx";
import { routeText } from "../../text/route-text.ts";

/** One finding. `revealed` grows each time the user is led here; null when it is not this one. */
export function FindingItem({ finding, revealed }: { finding: Finding; revealed: number | null }) {
  const text = useText();
  const item = useRef<HTMLLIElement>(null);
  const followed = useRef<number | null>(null);
  useEffect(() => {
    // Coming back from another view runs this again; nobody was led here anew.
    if (revealed === null || followed.current === revealed) return;
    followed.current = revealed;
    item.current?.scrollIntoView({ block: "nearest" });
    item.current?.focus();
  }, [revealed]);
  const { id, severity, certainty, route, evidence, args } = finding;
  return (
    <li ref={item} tabIndex={-1} className="rounded-small py-2 first:pt-0 last:pb-0">
      <h2 className="flex items-baseline gap-2 text-heading">
        <SeverityMark severity={severity} />
        {text(`findings:${id}.title`, args)}
      </h2>
      <p className="mt-1">
        <TermedText most={2}>
          {text(`findings:${id}.text`, { ...args, context: finding.client?.alive === true ? "client" : "" })}
        </TermedText>
      </p>
      {route !== null && (
        <p className="mt-2">
          <Mono>{routeText(route)}</Mono>
        </p>
      )}
      <Disclosure
        before={<span className="text-small text-soft">{text(`app:finding.certainty.${certainty}`)}</span>}
        title={text("app:finding.evidence")}
      >
        <ul className="list-disc space-y-1 pl-5 text-small text-soft marker:text-faint">
          {evidence.map((fact) => (
            <li key={`${fact.code} ${JSON.stringify(fact.args)}`}>
              <TermedText most={1}>{text(`evidence:${fact.code}`, fact.args)}</TermedText>
            </li>
          ))}
          <li>{text(`app:finding.certainty-meaning.${certainty}`)}</li>
        </ul>
      </Disclosure>
    </li>
  );
}

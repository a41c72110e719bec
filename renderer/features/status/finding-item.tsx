import { useEffect, useRef } from "react";
import type { Finding, Severity } from "../../../shared/health/finding.ts";
import { useText } from "../../app/services.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { Mono } from "../../components/mono.tsx";
import { routeText } from "./route-text.ts";

/** A shape for each severity, so that it is read without colour. */
const MARK: Readonly<Record<Severity, string>> = {
  error: "rotate-45 rounded-[2px] bg-bad",
  warning: "rounded-full bg-warn",
  info: "rounded-full border-2 border-soft",
};

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
    <li ref={item} tabIndex={-1} className="rounded py-2.5 first:pt-0 last:pb-0">
      <h2 className="flex items-baseline gap-2 text-[14px] leading-snug font-semibold">
        <span aria-hidden className={`size-2 shrink-0 ${MARK[severity]}`} />
        {text(`findings:${id}.title`, args)}
      </h2>
      <p className="mt-1">
        {text(`findings:${id}.text`, { ...args, context: finding.client?.alive === true ? "client" : "" })}
      </p>
      {route !== null && (
        <p className="mt-1.5">
          <Mono>{routeText(route)}</Mono>
        </p>
      )}
      <Disclosure
        before={<span className="text-[12.5px] text-soft">{text(`app:finding.certainty.${certainty}`)}</span>}
        title={text("app:finding.evidence")}
      >
        <ul className="list-disc space-y-1 pl-5 text-[12.5px] text-soft marker:text-faint">
          {evidence.map((fact) => (
            <li key={`${fact.code} ${JSON.stringify(fact.args)}`}>{text(`evidence:${fact.code}`, fact.args)}</li>
          ))}
          <li>{text(`app:finding.certainty-meaning.${certainty}`)}</li>
        </ul>
      </Disclosure>
    </li>
  );
}

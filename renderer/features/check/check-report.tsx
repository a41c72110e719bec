import { Check, CircleHelp, X } from "lucide-react";
import type { ReactNode } from "react";
import type { Preflight, Works } from "../../../shared/preflight/preflight-report.ts";
import { useText } from "../../app/services.ts";
import { WayDetails } from "../../components/way-details.tsx";
import { adviceKey } from "./advice-key.ts";
import { ProbePart } from "./probe-part.tsx";

/** A shape for each answer, so that it is read without colour. */
const MARK: Readonly<Record<Works, { readonly Icon: typeof Check; readonly colour: string }>> = {
  yes: { Icon: Check, colour: "text-ok" },
  no: { Icon: X, colour: "text-bad" },
  unknown: { Icon: CircleHelp, colour: "text-warn" },
};

interface CheckReportProps {
  readonly report: Preflight;
  readonly isTrying: boolean;
  readonly onTry: (server: string) => void;
  /** When it was so. */
  readonly children: ReactNode;
}

/** What would happen if a client connected now: the answer, the way to each address, what else matters, what to do. */
export function CheckReport({ report, isTrying, onTry, children }: CheckReportProps) {
  const text = useText();
  const { verdict, ways, nameServers, caveats, advice } = report;
  const { Icon, colour } = MARK[report.works];
  return (
    <div className="mt-3 space-y-2 border-t border-line pt-3">
      <p className="flex gap-2 font-semibold select-text">
        <Icon size={16} strokeWidth={2.5} aria-hidden className={`mt-1 shrink-0 ${colour}`} />
        {text(`preflight:verdict.${verdict.code}`, verdict.args)}
      </p>
      {ways.map((way) => (
        <div key={way.address}>
          <WayDetails way={way} />
        </div>
      ))}
      {nameServers.length > 0 && <h3 className="text-small font-semibold">{text("preflight:label.name-servers")}</h3>}
      {nameServers.map((way) => (
        <div key={way.address}>
          <WayDetails way={way} />
        </div>
      ))}
      {caveats.map(({ code, args }) => (
        <p key={code} className="text-soft">
          {text(`preflight:caveat.${code}`, args)}
        </p>
      ))}
      {advice.length > 0 && (
        <div>
          <h3 className="text-small font-semibold">{text("preflight:label.advice")}</h3>
          {advice.map(({ code, args }) => (
            <p key={code}>{text(adviceKey(code), args)}</p>
          ))}
        </div>
      )}
      <ProbePart report={report} isTrying={isTrying} onTry={onTry} />
      <p className="text-small text-soft">{children}</p>
    </div>
  );
}

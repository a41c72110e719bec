import type { Preflight } from "../../../shared/preflight/preflight-report.ts";
import { probeWords } from "../../../shared/preflight/words.ts";
import { useText } from "../../app/services.ts";
import { Button } from "../../components/button.tsx";

interface ProbePartProps {
  readonly report: Preflight;
  readonly isTrying: boolean;
  readonly onTry: (server: string) => void;
}

/** Nothing is sent unless somebody presses this; afterwards how it went, beside what the tables had told. */
export function ProbePart({ report, isTrying, onTry }: ProbePartProps) {
  const text = useText();
  const { probe, ways, target } = report;
  if (ways.length === 0) return null;
  const words = probe === null ? null : probeWords(probe, report);
  return (
    <>
      {probe !== null && words !== null && (
        <div className="select-text">
          <h3 className="text-small font-semibold">{text("preflight:label.probe")}</h3>
          <p>
            {probe.address} {text(`preflight:probe.${words.code}`, words.args)}
          </p>
          <p className="text-soft">{text(`preflight:compared.${probe.compared}`)}</p>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button kind="quiet" disabled={isTrying} onClick={() => onTry(serverText(target))}>
          {text(isTrying ? "app:check.trying" : "app:check.try")}
        </Button>
        <p className="text-small text-soft">{text("app:check.try-meaning")}</p>
      </div>
    </>
  );
}

function serverText({ host, port }: Preflight["target"]): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

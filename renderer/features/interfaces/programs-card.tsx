import { noProgramWords } from "../../../shared/explain/interface-words.ts";
import type { InterfacesReport, VpnProcess } from "../../../shared/explain/interface-report.ts";
import { useText } from "../../app/services.ts";
import { Card } from "../../components/card.tsx";
import { programFacts } from "./program-facts.ts";

/** The VPN programs that run: since when, with which tunnel, to which server. */
export function ProgramsCard({ report }: { report: InterfacesReport }) {
  const { processes } = report;
  const text = useText();
  const running = processes.filter(({ alive }) => alive);
  return (
    <Card label={text("app:interfaces.programs")}>
      <h2 className="text-heading">{text("app:interfaces.programs")}</h2>
      {running.length === 0 && (
        <p className="mt-1 text-soft">{text(`interfaces:processes.${noProgramWords(report).code}`)}</p>
      )}
      <ul className="divide-y divide-line">
        {running.map((program) => (
          <Program key={`${program.client} ${program.pid}`} program={program} />
        ))}
      </ul>
    </Card>
  );
}

function Program({ program }: { program: VpnProcess }) {
  const text = useText();
  const { client, pid } = program;
  return (
    <li className="py-2 last:pb-0 select-text">
      <p className="font-medium">{pid === null ? client : text("interfaces:processes.running", { client, pid })}</p>
      <p className="text-small text-soft">
        {programFacts(program)
          .map(({ code, args }) => text(`interfaces:processes.${code}`, args))
          .join(" · ")}
      </p>
    </li>
  );
}

import type { InterfacesReport } from "../../../shared/explain/interface-report.ts";
import { useOpenView } from "../../app/navigation.ts";
import { useText } from "../../app/services.ts";
import { Card } from "../../components/card.tsx";
import { SeverityMark } from "../../components/severity-mark.tsx";
import { leftovers } from "./leftovers.ts";

interface LeftoversCardProps {
  readonly report: InterfacesReport;
  /** How many things are wrong with this computer in all, here or elsewhere. */
  readonly findings: number;
}

/** "Is an old VPN left?", answered in one line before everything else. */
export function LeftoversCard({ report, findings }: LeftoversCardProps) {
  const text = useText();
  const openView = useOpenView();
  const found = leftovers(report);
  const isSure = report.interfacesComplete && report.processesComplete;
  return (
    <Card label={text("app:interfaces.leftovers")}>
      {found.length === 0 && <p className="font-semibold">{text(`app:interfaces.${isSure ? "none" : "unsure"}`)}</p>}
      {found.map(({ key, args }) => (
        <p key={`${key} ${JSON.stringify(args)}`} className="flex items-baseline gap-2">
          <SeverityMark severity="warning" />
          <span>{text(key, args)}</span>
        </p>
      ))}
      {findings > 0 && (
        <button
          type="button"
          className="mt-1 rounded-small text-left text-small font-medium text-accent hover:underline"
          onClick={() => openView("status", "")}
        >
          {text("app:interfaces.see-status", { count: findings })}
        </button>
      )}
    </Card>
  );
}

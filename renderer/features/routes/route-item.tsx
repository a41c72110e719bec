import { ChevronRight } from "lucide-react";
import { Collapsible } from "radix-ui";
import type { RouteRow } from "../../../shared/contract/route-table.ts";
import { LINK } from "../../../shared/snapshot/route.ts";
import { useText } from "../../app/services.ts";
import { SeverityMark } from "../../components/severity-mark.tsx";
import { destinationText } from "../../text/route-text.ts";
import { RouteExplained } from "./route-explained.tsx";

interface RouteItemProps {
  readonly row: RouteRow;
  /** ISO 8601. */
  readonly lookedAt: string;
  readonly isOpen: boolean;
  /** Whether Tab leads to this row; the arrow keys lead to the others. */
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
}

/** One row in two lines, with a third when something is wrong with it; opens to all that is known about it. */
export function RouteItem({ row, lookedAt, isOpen, isStop, onFocus, onToggle }: RouteItemProps) {
  return (
    <Collapsible.Root open={isOpen} onOpenChange={onToggle}>
      <Collapsible.Trigger
        data-row
        tabIndex={isStop ? 0 : -1}
        onFocus={onFocus}
        className="group grid w-full grid-cols-[16px_minmax(0,1fr)_auto] gap-x-2 px-3 py-2 text-left leading-snug hover:bg-sunken focus-visible:-outline-offset-2"
      >
        <ChevronRight
          size={14}
          aria-hidden
          className="mt-1 text-soft transition-transform group-data-[state=open]:rotate-90"
        />
        <RowWords row={row} />
      </Collapsible.Trigger>
      <Collapsible.Content className="border-t border-line bg-paper py-2 pr-3 pl-8">
        <RouteExplained routeKey={row.key} lookedAt={lookedAt} />
      </Collapsible.Content>
    </Collapsible.Root>
  );
}

function RowWords({ row }: { row: RouteRow }) {
  const text = useText();
  const role = text(`app:role.${row.role}`);
  return (
    <>
      <span className="font-mono text-code font-semibold break-all">{destinationText(row.destination)}</span>
      <span className="font-mono text-code text-soft">{row.interface ?? "–"}</span>
      <span className="col-span-2 col-start-2 text-small text-soft">
        {row.gateway === LINK ? role : text("app:routes.via", { gateway: row.gateway, role })}
        {row.table !== null && ` · ${text("app:routes.table", { table: row.table })}`}
      </span>
      {row.mark !== null && (
        <span className="col-span-2 col-start-2 flex items-baseline gap-2 text-small font-semibold">
          <SeverityMark severity={row.mark.severity} />
          <span>
            {text(`findings:${row.mark.finding}.title`)}{" "}
            <span className="font-normal text-soft">{text(`app:finding.certainty.${row.mark.certainty}`)}</span>
          </span>
        </span>
      )}
    </>
  );
}

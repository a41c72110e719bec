import type { RouteTable } from "../../../shared/contract/route-table.ts";
import { useText } from "../../app/services.ts";
import { Button } from "../../components/button.tsx";
import { RouteItem } from "./route-item.tsx";

interface RouteListProps {
  readonly table: RouteTable;
  readonly lookedAt: string;
  /** How many rows match; more than are in the table when the rest was not asked for. */
  readonly matching: number;
  readonly onMore: () => void;
}

/** The rows. Those out of sight are neither laid out nor painted (content-visibility). */
export function RouteList({ table, lookedAt, matching, onMore }: RouteListProps) {
  const text = useText();
  const left = matching - table.rows.length;
  if (matching === 0) return <p className="m-6 text-center text-soft">{text("app:routes.none")}</p>;
  return (
    <>
      <ul aria-label={text("app:routes.list")} className="divide-y divide-line bg-card">
        {table.rows.map((row) => (
          <RouteItem key={row.key} row={row} lookedAt={lookedAt} />
        ))}
      </ul>
      {left > 0 && (
        <div className="flex items-center justify-between gap-3 border-t border-line px-3 py-2">
          <p className="text-soft">{text("app:routes.more", { count: left })}</p>
          <Button kind="quiet" onClick={onMore}>
            {text("app:routes.show-more")}
          </Button>
        </div>
      )}
    </>
  );
}

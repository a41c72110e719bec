import type { MacState } from "./state.ts";
import { routingTables } from "./programs/netstat.ts";

/** The IPv4 table as `destination gateway flags interface`, one text for each row, in the order of netstat. */
export function rowsOf({ kernel }: Pick<MacState, "kernel">): string[] {
  const lines = routingTables(kernel, ["inet"], false).trim().split("\n").slice(4);
  return lines.map((line) => line.trim().split(/\s+/).slice(0, 4).join(" "));
}

/** All of both tables as text, sources included: what a repair may change, and what must be the same after its undo. */
export function tablesOf({ kernel }: Pick<MacState, "kernel">): string {
  return routingTables(kernel, ["inet", "inet6"], true);
}

import { NO_DIFFERENCE } from "../../shared/history/difference.ts";
import type { TimelineEntry } from "../../shared/history/timeline.ts";

/** An entry of the given second: a tunnel came up. */
export function entryAt(second: number, changes: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    id: `writer-${second}`,
    at: new Date(Date.UTC(2026, 2, 2, 12, 0, second)).toISOString(),
    state: { before: "off", after: "up" },
    events: [{ kind: "change", change: { code: "tunnel-up", args: { interface: "tun0" } } }],
    moreEvents: 0,
    difference: NO_DIFFERENCE,
    ...changes,
  };
}

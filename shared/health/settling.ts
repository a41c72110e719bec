import type { History } from "../history/history.ts";

/** How long after a change of network the verdict on a living client is held back (01-product, state `recovering`). */
const SETTLING_MILLISECONDS = 15_000;

/**
 * Whether the network changed so short ago that more is about to change: addresses come, routers answer for the first
 * time, clients reconnect. `takenAt` is the time of the look, ISO 8601; without it nothing is known.
 */
export function isSettling({ networkChangedAt }: History, takenAt: string | null): boolean {
  if (networkChangedAt === null || takenAt === null) return false;
  const since = Date.parse(takenAt) - Date.parse(networkChangedAt);
  return since >= 0 && since < SETTLING_MILLISECONDS;
}

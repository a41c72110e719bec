import type { Route } from "../snapshot/route.ts";

const HALVES = new Set(["0.0.0.0/1", "128.0.0.0/1", "::/1", "8000::/1"]);

/** Whether the row is one of the two halves that VPN clients put over the default route ("def1"). */
export function isHalfOfDefault(route: Route): boolean {
  return HALVES.has(route.destination);
}

import { LINK } from "../../shared/snapshot/route.ts";
import type { Route } from "../../shared/snapshot/route.ts";

/** A route in one line, the same in every language: `222.66.117.109 → 10.51.0.1 (en0)`, `10.80.0.0/20 → utun6`. */
export function routeText(route: Pick<Route, "destination" | "gateway" | "interface">): string {
  const destination = destinationText(route.destination);
  if (route.gateway === LINK) return `${destination} → ${route.interface ?? "–"}`;
  return `${destination} → ${route.gateway}${route.interface === null ? "" : ` (${route.interface})`}`;
}

/** A destination as people write it: `default` for everything, a single address without its length. */
export function destinationText(destination: string): string {
  if (destination === "0.0.0.0/0" || destination === "::/0") return "default";
  const isHost = destination.includes(":") ? destination.endsWith("/128") : destination.endsWith("/32");
  return isHost ? destination.slice(0, destination.lastIndexOf("/")) : destination;
}

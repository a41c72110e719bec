import type { TunnelFacts } from "../../../shared/contract/view-state.ts";
import type { Assessment } from "../../../shared/health/finding.ts";
import { valuesOf } from "../../../shared/snapshot/part.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";

/** What the tunnels of the living clients look like. */
export function tunnelsOf({ clients }: Assessment, snapshot: Snapshot): TunnelFacts[] {
  const names = clients.filter((client) => client.alive).flatMap((client) => client.interface ?? []);
  return [...new Set(names)].map((name) => tunnelFactsOf(name, snapshot));
}

function tunnelFactsOf(name: string, snapshot: Snapshot): TunnelFacts {
  const own = valuesOf(snapshot.interfaces).find((entry) => entry.name === name)?.addresses ?? [];
  const address = own.find((entry) => entry.family === "inet") ?? own[0];
  return { interface: name, address: address?.address ?? null, routes: tunnelRoutes(name, snapshot) };
}

function tunnelRoutes(name: string, { routes }: Snapshot): number | null {
  if (!routes.inet.observed) return null;
  const all = [...routes.inet.value, ...valuesOf(routes.inet6)];
  return all.filter((route) => route.interface === name && route.type === "unicast" && route.table === "main").length;
}

import { nudgeStep } from "../../clients/nudge.ts";
import { isDefault, nextHopOf } from "../../network/route-prefix.ts";
import { codedText } from "../../snapshot/coded-text.ts";
import { valuesOf } from "../../snapshot/part.ts";
import type { Facts } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { isUsable } from "../next-hop.ts";
import { livingTunnels, tunnelRoutes } from "../tunnels.ts";

/** A tunnel that exists, but through which nothing can come back: its client says so, or it has no network under it. */
export function tunnelDead(facts: Facts): Finding[] {
  return [...saidByClient(facts), ...withoutUnderlay(facts)];
}

function saidByClient(facts: Facts): Finding[] {
  return valuesOf(facts.snapshot.clientLogs)
    .filter((log) => log.unresponsive)
    .flatMap((log) => {
      const client = facts.clients.find(
        (entry) => entry.alive && entry.kind === log.client && entry.interface !== null,
      );
      if (client === undefined) return [];
      return [
        {
          id: "tunnel-dead",
          severity: "error",
          certainty: "likely",
          route: null,
          client,
          evidence: [codedText("client-reports-silence", { client: client.kind })],
          args: { interface: client.interface ?? "", client: client.kind },
          repair: nudgeStep(client),
        } satisfies Finding,
      ];
    });
}

// A tunnel took the default, and no row of any kind leads out of a physical interface by a router: the tunnel's own
// packets have no way (capture 34).
function withoutUnderlay(facts: Facts): Finding[] {
  const full = livingTunnels(facts).find((name) => tunnelRoutes(facts, name).some((route) => isDefault(route)));
  if (full === undefined || !facts.snapshot.routes.inet.observed || facts.snapshot.os === "linux") return [];
  const ways = facts.routes.filter((route) => route.interface !== null && facts.isPhysical(route.interface));
  if (ways.some((route) => nextHopOf(route) !== null && isUsable(facts, route))) return [];
  return [
    {
      id: "tunnel-dead",
      severity: "error",
      certainty: "likely",
      route: null,
      client: null,
      evidence: [codedText("no-route-under-tunnel", { interface: full })],
      args: { interface: full, client: "" },
      repair: [],
    },
  ];
}

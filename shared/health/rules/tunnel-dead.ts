import { nudgeStep } from "../../clients/nudge.ts";
import { dialUpUse, isDialUpName } from "../../network/dial-up.ts";
import { isDefault, nextHopOf } from "../../network/route-prefix.ts";
import { codedText } from "../../snapshot/coded-text.ts";
import type { CodedText } from "../../snapshot/coded-text.ts";
import { isComplete, valuesOf } from "../../snapshot/part.ts";
import type { Route } from "../../snapshot/route.ts";
import { clientsWhoseLogEnds } from "../client-words.ts";
import { deferralFor } from "../deferral.ts";
import type { Facts } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { isEveryWayListed, isInet6Impossible } from "../known-forwarding.ts";
import { isUsable } from "../next-hop.ts";
import { mayRepairFor } from "../pins.ts";
import { unselectedTables } from "../policy-tables.ts";
import { isHalfOfDefault } from "../split-default.ts";
import { livingTunnels, tunnelRoutes } from "../tunnels.ts";

/** A tunnel that exists, but through which nothing can come back: its client says so, or it has no network under it. */
export function tunnelDead(facts: Facts): Finding[] {
  return [...saidByClient(facts), ...withoutUnderlay(facts), ...withoutRules(facts)];
}

function saidByClient(facts: Facts): Finding[] {
  return clientsWhoseLogEnds(facts, "silent").map((client) => ({
    id: "tunnel-dead",
    severity: "error",
    certainty: "likely",
    route: null,
    client,
    evidence: [codedText("client-reports-silence", { client: client.kind }), ...deferralFor(client)],
    args: { interface: client.interface ?? "", client: client.kind },
    repair: mayRepairFor(client) ? nudgeStep(client) : [],
  }));
}

// A tunnel took the default, and no row of any kind leads out of a physical interface by a router: the tunnel's own
// packets have no way (capture 34).
function withoutUnderlay(facts: Facts): Finding[] {
  if (!isEveryWayListed(facts) && !isOnlyTableSeen(facts)) return [];
  const full = livingTunnels(facts).find((name) => isKnownTunnel(facts, name) && takesDefault(facts, name));
  if (full === undefined || everyRow(facts).some((route) => leadsOut(facts, route))) return [];
  return [silentTunnel(facts, full, codedText("no-route-under-tunnel", { interface: full }))];
}

// Of a pasted IPv4 table nothing else is known, and nothing else is asked: that IPv6 may be the way out is left aside then.
function isOnlyTableSeen({ snapshot: { routes, interfaces } }: Facts): boolean {
  return isComplete(routes.inet) && !routes.inet6.observed && !interfaces.observed;
}

// A utun that has rows exists; a tun of Linux that is not listed may be one without owner (macos-facts §7, §12). A dial-up
// link may be the way out itself.
function isKnownTunnel(facts: Facts, name: string): boolean {
  if (isDialUpName(name) && dialUpUse(name, facts.snapshot) !== "tunnel") return false;
  return facts.snapshot.os === "darwin" || facts.presenceOf(name) === "present";
}

function takesDefault(facts: Facts, name: string): boolean {
  return tunnelRoutes(facts, name).some((route) => isDefault(route) || isHalfOfDefault(route));
}

/** Rows of all tables: the tunnel's own packets may be ruled by another one than `main`. */
function everyRow({ snapshot }: Facts): Route[] {
  return [...valuesOf(snapshot.routes.inet), ...valuesOf(snapshot.routes.inet6)];
}

// A modem needs no router: its default, or a client's pin through it, leads straight to the link.
function leadsOut(facts: Facts, route: Route): boolean {
  if (route.interface === null || !facts.isPhysical(route.interface) || route.type !== "unicast") return false;
  if (route.family === "inet6" && isInet6Impossible(facts)) return false;
  const isWay = nextHopOf(route) !== null || isDefault(route) || (route.host && route.protocol !== "kernel");
  return isWay && !["W", "L"].some((flag) => route.flags.includes(flag)) && isUsable(facts, route);
}

// The tunnel and its routes are there, but the rules that lead packets to them are not (capture 244).
function withoutRules(facts: Facts): Finding[] {
  return unselectedTables(facts).map(({ table, interface: name }) =>
    silentTunnel(facts, name, codedText("table-not-selected", { table, interface: name })),
  );
}

function silentTunnel(facts: Facts, name: string, evidence: CodedText): Finding {
  const [client = null, ...others] = facts.clients.filter((entry) => entry.alive && entry.interface === name);
  const holder = others.length > 0 ? null : client;
  return {
    id: "tunnel-dead",
    severity: "error",
    certainty: "likely",
    route: null,
    client: holder,
    evidence: [evidence, ...(holder === null ? [] : deferralFor(holder))],
    args: { interface: name, client: holder?.kind ?? "" },
    repair: [],
  };
}

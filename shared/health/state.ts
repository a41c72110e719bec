import { isComplete } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";
import type { Facts } from "./facts.ts";
import type { Finding, FindingId, HealthState } from "./finding.ts";
import { isUsable } from "./next-hop.ts";
import { mayRepairFor } from "./pins.ts";
import { isStrongswanRouting } from "./policy-tables.ts";
import { mayBeNeededByTunnel } from "./route-guards.ts";
import { isSettling } from "./settling.ts";
import { livingTunnels } from "./tunnels.ts";
import { connectedInterfaces, physicalDefaults } from "./uplink.ts";

/** What of a VPN can lie about when none runs. */
const LEFTOVERS: ReadonlySet<FindingId> = new Set<FindingId>([
  "gateway-pin-stale",
  "gateway-pin-foreign",
  "tunnel-route-orphaned",
  "split-default-stale",
  "resolver-stale",
  "client-residue",
]);

/** The one word for the whole machine (01-product, "Health states"). */
export function stateOf(facts: Facts, findings: readonly Finding[]): HealthState {
  if (!facts.snapshot.routes.inet.observed && !facts.snapshot.routes.inet6.observed) return "unknown";
  if (isOffline(facts)) return "offline";
  const errors = findings.filter((finding) => finding.severity === "error");
  const inTheWay = errors.some((finding) => concernsRunningVpn(facts, finding));
  if ((isVpnRunning(facts) || isConnecting(facts)) && inTheWay)
    return isSettling(facts.history, facts.snapshot.takenAt) ? "recovering" : "broken";
  if (isVpnRunning(facts)) return isFlawed(findings) ? "degraded" : "up";
  if (errors.some((finding) => !LEFTOVERS.has(finding.id))) return "broken";
  const isLeft = ({ id, certainty }: Finding) => LEFTOVERS.has(id) && certainty !== "suspected";
  return findings.some(isLeft) ? "residue" : "off";
}

function isFlawed(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity !== "info");
}

function isVpnRunning(facts: Facts): boolean {
  const hasTunnel =
    livingTunnels(facts).length > 0 || facts.clients.some((client) => client.alive && client.interface !== null);
  return hasTunnel || isStrongswanRouting(facts);
}

// What another VPN left behind does not break the one that runs: a pin whose server is known to be nobody's (capture 230).
function concernsRunningVpn(facts: Facts, finding: Finding): boolean {
  const isPin = finding.id === "gateway-pin-stale" || finding.id === "gateway-pin-foreign";
  if (!isPin || finding.client !== null || finding.route === null) return true;
  if (mayBeNeededByTunnel(facts, finding.route)) return true;
  return facts.clients.some((client) => mayRepairFor(client) && client.serverAddresses.length === 0);
}

// A client that lives without a tunnel is about to connect or in its reconnect loop; services run all the time.
function isConnecting(facts: Facts): boolean {
  return facts.clients.some((client) => client.alive && client.kind === "openconnect");
}

function isOffline(facts: Facts): boolean {
  const families = ["inet", "inet6"] as const;
  if (families.some((family) => physicalDefaults(facts, family).some((route) => isUsable(facts, route)))) return false;
  if (!facts.interfacesComplete) {
    // Of a pasted part of a table nothing is missing.
    return isComplete(facts.snapshot.routes.inet) && !facts.routes.some((route) => isUsedUplinkRow(facts, route));
  }
  return families.every((family) => connectedInterfaces(facts, family).length === 0);
}

function isUsedUplinkRow(facts: Facts, route: Route): boolean {
  return route.interface !== null && facts.isPhysical(route.interface) && isUsable(facts, route);
}

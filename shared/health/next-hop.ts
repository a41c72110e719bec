import type { Address } from "../network/address.ts";
import { isDialUpName } from "../network/dial-up.ts";
import { isDefault, nextHopOf } from "../network/route-prefix.ts";
import { isLinkLocalAddress, isLoopbackAddress } from "../network/special-prefixes.ts";
import { isGuestBridge } from "../network/tunnel-names.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import { isComplete } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";
import { connectedNetworks } from "./connected-networks.ts";
import type { ConnectedNetworks } from "./connected-networks.ts";
import type { Facts } from "./facts.ts";
import { oncePerFacts } from "./once-per-facts.ts";

/**
 * Whether a route can carry a packet. `dead` names the proof and how strong it is: `proven` rests on the interfaces of
 * this machine, `likely` on the routing table alone.
 */
export type NextHopVerdict =
  | { readonly state: "usable" | "unknown"; readonly evidence: readonly CodedText[] }
  | { readonly state: "dead"; readonly certainty: "proven" | "likely"; readonly evidence: readonly CodedText[] };

const USABLE: NextHopVerdict = { state: "usable", evidence: [] };

/** Judges the next hop of one route, for the route's own interface (macos-facts §13.3). */
export function judgeNextHop(facts: Facts, route: Route): NextHopVerdict {
  if (route.type !== "unicast" || route.interface === null || route.multipath) return USABLE;
  return (
    judgeInterface(facts, route.interface) ??
    judgeMark(facts, route, route.interface) ??
    judgeSource(facts, route) ??
    judgeGateway(facts, route, route.interface)
  );
}

/** Whether the route can carry a packet as far as is known: what cannot be judged counts as usable. */
export function isUsable(facts: Facts, route: Route): boolean {
  return judgeNextHop(facts, route).state !== "dead";
}

function judgeInterface(facts: Facts, name: string): NextHopVerdict | null {
  const known = facts.interfaces.get(name);
  if (known === undefined)
    return facts.presenceOf(name) === "absent" ? dead("interface-missing", { interface: name }) : null;
  if (!known.up) return dead("interface-down", { interface: name });
  // Wi-Fi that is off keeps UP and RUNNING on macOS; only the carrier tells (macos-facts §5).
  return known.carrier === false && needsCarrier(facts, name)
    ? dead("interface-without-carrier", { interface: name })
    : null;
}

// Linux marks the rows of a link that was lost, and goes on using those that are only `linkdown` (macos-facts §12).
function judgeMark(facts: Facts, route: Route, name: string): NextHopVerdict | null {
  const marked = route.flags.includes("linkdown") || route.flags.includes("dead");
  return marked && needsCarrier(facts, name) ? dead("interface-without-carrier", { interface: name }) : null;
}

// A tunnel's carrier tells whether somebody has it open (tunnels.ts); a bridge without guests has none and is well.
function needsCarrier(facts: Facts, name: string): boolean {
  return !facts.isTunnel(name) && !isGuestBridge(name);
}

function judgeSource(facts: Facts, route: Route): NextHopVerdict | null {
  if (route.source === null || !facts.interfacesComplete) return null;
  const source = route.source.replace(/%.*$/, "");
  return ownAddresses(facts).has(source)
    ? null
    : dead("source-address-gone", { source, interface: route.interface ?? "" });
}

const ownAddresses = oncePerFacts(
  (facts) => new Set([...facts.interfaces.values()].flatMap((entry) => entry.addresses.map(({ address }) => address))),
);

function judgeGateway(facts: Facts, route: Route, interfaceName: string): NextHopVerdict {
  const gateway = nextHopOf(route);
  if (gateway === null || route.flags.includes("onlink")) return USABLE;
  // A tunnel has no neighbours: whatever the next hop, the packet goes to whoever holds the tunnel (capture 226). So it is
  // with the line of a provider, which has one other end.
  if (facts.isTunnel(interfaceName) || isDialUpName(interfaceName)) return USABLE;
  if (isLoopbackAddress(gateway))
    return isDefault(route) ? dead("next-hop-is-loopback", { gateway: route.gateway }) : USABLE;
  // Link-local next hops exist on every link: neither provable nor refutable from here (macos-facts §13.4).
  if (isLinkLocalAddress(gateway)) return { state: "unknown", evidence: [] };
  const connected = connectedNetworks(facts, interfaceName, route.family);
  if (connected.includes(gateway)) return USABLE;
  if (isBehindAnotherRoute(facts, route, gateway))
    return { state: "unknown", evidence: [codedText("next-hop-behind-route", { gateway: route.gateway })] };
  // Among rows that were not seen may be the one that the next hop is behind.
  if (!isComplete(facts.snapshot.routes[route.family])) return { state: "unknown", evidence: [] };
  return offLink(facts, route, interfaceName, connected);
}

/** Whether all that is wrong with the row is that it sends from an address which is gone: its next hop is here. */
export function isOnlySourceGone(facts: Facts, route: Route): boolean {
  const isGone = judgeNextHop(facts, route).evidence.some(({ code }) => code === "source-address-gone");
  return isGone && !isNextHopElsewhere(facts, route);
}

/** Whether the next hop is on no network that its interface is known to have, whatever else is wrong with that interface. */
export function isNextHopElsewhere(facts: Facts, route: Route): boolean {
  if (route.interface === null) return false;
  return judgeGateway(facts, route, route.interface).evidence.some(({ code }) => code === "next-hop-off-link");
}

function offLink(facts: Facts, route: Route, interfaceName: string, connected: ConnectedNetworks): NextHopVerdict {
  const networks = [...connected.named];
  const code = networks.length === 0 ? "next-hop-off-link-no-network" : "next-hop-off-link";
  const evidence = [codedText(code, { gateway: route.gateway, interface: interfaceName, networks })];
  if (facts.interfacesComplete && facts.interfaces.has(interfaceName))
    return { state: "dead", certainty: "proven", evidence };
  if (hasNoInetService(facts) && route.family === "inet") {
    return { state: "dead", certainty: "likely", evidence: [...evidence, codedText("no-inet-service", {})] };
  }
  return connected.networkKnown ? { state: "dead", certainty: "likely", evidence } : { state: "unknown", evidence: [] };
}

// configd puts 224.0.0.0/24 on the loopback only while there is no IPv4 service at all (macos-facts §1.2).
const hasNoInetService = oncePerFacts((facts) =>
  (facts.routesByInterface.get("lo0") ?? []).some((route) => route.destination === "224.0.0.0/24"),
);

// XNU binds a route to an interface when any route leads to its next hop; such chains cannot be judged (macos-facts §4.2, §13.5).
function isBehindAnotherRoute(facts: Facts, route: Route, gateway: Address): boolean {
  return facts.routesByDestination.matches(gateway).some((other) => {
    if (other === route || other.interface !== route.interface || isDefault(other)) return false;
    if (other.destination === route.destination) return false;
    const next = nextHopOf(other);
    // A row that sends from an address which is gone leads nobody anywhere.
    if (judgeSource(facts, other) !== null) return false;
    return next !== null && connectedNetworks(facts, other.interface ?? "", other.family).includes(next);
  });
}

function dead(code: string, args: CodedText["args"]): NextHopVerdict {
  return { state: "dead", certainty: "proven", evidence: [codedText(code, args)] };
}

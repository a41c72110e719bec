import type { Address } from "../network/address.ts";
import { askedRules } from "../network/asked-rules.ts";
import type { Forwarding } from "../network/forwarding.ts";
import { destinationOf } from "../network/route-prefix.ts";
import { prefixContains } from "../network/prefix.ts";
import { isLinkLocalAddress } from "../network/special-prefixes.ts";
import type { Rule } from "../snapshot/interface.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";
import { routeKey } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";

/** A row that contains the address and does not get the packet, with the reason: a key of `routes:loss`. */
export interface Loser {
  readonly route: Route;
  readonly reason: CodedText;
}

/** All rows that contain an address: the one that gets an ordinary program's packet, and why the others do not. */
export interface Contest {
  /** Null when no row gets it. */
  readonly winner: Route | null;
  /** Rows that would come next stand first. */
  readonly losers: readonly Loser[];
  /** The policy rule that refuses the packet before any row gets it, null when none does. */
  readonly refusal: Rule | null;
}

/** Which row takes the address and why not the others. A link-local address is asked on its own link, its zone. */
export function contestFor(snapshot: Snapshot, forwarding: Forwarding, address: Address): Contest {
  const onThisLink = (route: Route) => !isOfOtherLink(route, address);
  // A table can be asked twice (wg-quick), and then gives its rows twice.
  const [winner = null, ...next] = [...new Set(forwarding.candidates(address).filter(onThisLink))];
  const ranked = new Set([winner, ...next].map((route) => (route === null ? "" : routeKey(route))));
  const others = valuesOf(snapshot.routes[address.family])
    .filter((route) => prefixContains(destinationOf(route), address) && !ranked.has(routeKey(route)))
    .toSorted((a, b) => destinationOf(b).length - destinationOf(a).length || (routeKey(a) < routeKey(b) ? -1 : 1));
  return {
    winner,
    losers: [
      ...next.map((route) => ({ route, reason: behindWinner(route, winner) })),
      ...others.map((route) => ({ route, reason: outOfQuestion(route, winner, address, snapshot) })),
    ],
    refusal: winner === null ? refusalFor(snapshot, address) : null,
  };
}

// The same link-local network exists on every link; the zone of the address says which one is meant.
function isOfOtherLink(route: Route, { zone, ...bare }: Address): boolean {
  if (zone === null || !isLinkLocalAddress({ ...bare, zone: null })) return false;
  return route.interface !== zone && isLinkLocalAddress(destinationOf(route));
}

function refusalFor(snapshot: Snapshot, address: Address): Rule | null {
  return snapshot.os === "darwin" ? null : askedRules(address, valuesOf(snapshot.rules)).refusal;
}

function behindWinner(route: Route, winner: Route | null): CodedText {
  if (winner === null) return codedText("not-asked");
  if (route.table !== winner.table) return codedText("later-table", { table: route.table });
  const [length, best] = [destinationOf(route).length, destinationOf(winner).length];
  if (length < best) return codedText("shorter-prefix", { length, winner: best });
  if (winner.host && !route.host) return codedText("net-beside-host");
  const [metric, lowest] = [route.metric ?? 0, winner.metric ?? 0];
  return metric > lowest ? codedText("higher-metric", { metric, winner: lowest }) : codedText("equal");
}

function outOfQuestion(route: Route, winner: Route | null, address: Address, snapshot: Snapshot): CodedText {
  if (isOfOtherLink(route, address)) return codedText("other-link", { interface: route.interface ?? "" });
  return snapshot.os === "darwin" ? notEligible(route, winner) : notReached(route, address, snapshot);
}

function notEligible(route: Route, winner: Route | null): CodedText {
  if (route.flags.includes("L")) return codedText("neighbour");
  if (route.flags.includes("W"))
    return codedText(winner?.interface === route.interface ? "clone" : "clone-elsewhere", { ...placeOf(route) });
  return route.scoped ? codedText("scoped", placeOf(route)) : codedText("not-asked");
}

function notReached(route: Route, address: Address, snapshot: Snapshot): CodedText {
  if (route.flags.includes("dead")) return codedText("dead", placeOf(route));
  if (route.type === "throw") return codedText("throw", { table: route.table });
  if (!isComplete(snapshot.rules)) return codedText("table-unknown", { table: route.table });
  const { lookups, refusal } = askedRules(address, valuesOf(snapshot.rules));
  const rules = lookups.filter(({ table }) => table === route.table);
  if (rules.length === 0 && refusal !== null) return codedText("behind-refusal", { priority: refusal.priority });
  if (rules.length === 0) return codedText("table-not-asked", { table: route.table });
  const { length } = destinationOf(route);
  if (rules.every(({ suppressPrefixLength }) => suppressPrefixLength !== null && length <= suppressPrefixLength))
    return codedText("suppressed", { table: route.table });
  return codedText("behind-throw", { table: route.table });
}

function placeOf(route: Route): { interface: string; gateway: string } {
  return { interface: route.interface ?? "", gateway: route.gateway };
}

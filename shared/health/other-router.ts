import type { SeenPin } from "../history/seen-pin.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import type { Neighbour } from "../snapshot/interface.ts";
import { valuesOf } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";
import type { Facts } from "./facts.ts";
import type { NetworkIdentity } from "./finding.ts";

/**
 * What shows that a pin's next hop is another router than the one it was made for. `certain`: the ledger and a second
 * mark agree. `probable`: the ledger alone, so it may be the same LAN with two routers, of which another is the default
 * now. `silent`: nobody answers there, and nothing is known of its past. `asking`: nobody has answered yet.
 */
export interface OtherRouter {
  readonly strength: "certain" | "probable" | "silent" | "asking";
  readonly evidence: readonly CodedText[];
}

/**
 * Weighs the ledger (`seen`), the neighbour table and the own address; null when nothing speaks against the next hop.
 * Link-level addresses that both looks know are what tells routers apart: IP addresses are the same everywhere. That
 * the neighbour table still holds the old one is no objection, because Linux keeps entries over a change of network.
 */
export function evidenceOfOtherRouter(
  facts: Facts,
  route: Route,
  network: NetworkIdentity,
  seen: SeenPin | undefined,
): OtherRouter | null {
  const neighbour = neighbourAt(facts, route);
  const silence = silenceOf(route, neighbour);
  const router = codedText("router-is-another", { gateway: route.gateway, router: network.gateway ?? "" });
  const past = seen === undefined ? null : againstLedger(seen, route, network, neighbour);
  if (past === null && silence.length > 0) return { strength: "silent", evidence: [router, ...silence] };
  if (past === null) return isAsking(neighbour) ? { strength: "asking", evidence: [router, asking(route)] } : null;
  const isCertain = past.marks.length + silence.length > 0;
  return {
    strength: isCertain ? "certain" : "probable",
    evidence: [router, past.other, ...past.marks, ...silence],
  };
}

function againstLedger(
  { first, last }: SeenPin,
  { gateway, interface: name }: Route,
  network: NetworkIdentity,
  neighbour: Neighbour | undefined,
): { other: CodedText; marks: CodedText[] } | null {
  const before = last.network.routerLinkAddress;
  if (before === null) return null;
  const now = network.routerLinkAddress;
  const there = neighbour?.linkAddress ?? null;
  const device = isOther(there, before)
    ? codedText("next-hop-other-device", { gateway, before, now: there ?? "" })
    : null;
  const moved = isOther(now, before)
    ? codedText("pin-made-for-other-router", { gateway, before, router: network.gateway ?? "", now: now ?? "" })
    : null;
  const other = moved ?? device;
  if (other === null) return null;
  const own = isOther(network.address, first.network.address)
    ? [
        codedText("own-address-changed", {
          interface: name ?? "",
          before: first.network.address ?? "",
          now: network.address ?? "",
        }),
      ]
    : [];
  return { other, marks: [...(moved !== null && device !== null ? [device] : []), ...own] };
}

function isOther(now: string | null, before: string | null): boolean {
  return now !== null && before !== null && now !== before;
}

// A question that is still open, as for every neighbour at the first packet, is no silence yet. Linux asks anew, and is
// `incomplete` for three seconds, whenever a client tries again.
function isAsking(neighbour: Neighbour | undefined): boolean {
  return neighbour?.state.split(",").includes("incomplete") === true;
}

function asking({ gateway, interface: name }: Route): CodedText {
  return codedText("next-hop-not-yet-answered", { gateway, interface: name ?? "" });
}

function silenceOf({ gateway, interface: name }: Route, neighbour: Neighbour | undefined): CodedText[] {
  const failed = neighbour?.state.split(",").includes("failed") === true;
  return failed ? [codedText("next-hop-unanswered", { gateway, interface: name ?? "" })] : [];
}

function neighbourAt(facts: Facts, { gateway, interface: name }: Route): Neighbour | undefined {
  const address = gateway.replace(/%.*$/, "");
  return valuesOf(facts.snapshot.neighbours).find((entry) => entry.address === address && entry.interface === name);
}

import type { VpnClient } from "../../clients/vpn-client.ts";
import { isSeenPin } from "../../history/seen-pin.ts";
import { formatAddress } from "../../network/address.ts";
import { destinationOf, isDefault, nextHopOf } from "../../network/route-prefix.ts";
import { isLinkLocalAddress } from "../../network/special-prefixes.ts";
import { codedText } from "../../snapshot/coded-text.ts";
import { isComplete, valuesOf } from "../../snapshot/part.ts";
import type { Route } from "../../snapshot/route.ts";
import { connectedNetworks } from "../connected-networks.ts";
import { deferralFor, deferralWithoutOwner } from "../deferral.ts";
import type { Facts } from "../facts.ts";
import type { Certainty, Finding, NetworkIdentity } from "../finding.ts";
import { isUsable } from "../next-hop.ts";
import { oncePerFacts } from "../once-per-facts.ts";
import { evidenceOfOtherRouter } from "../other-router.ts";
import type { OtherRouter } from "../other-router.ts";
import { moveDoubtfulPin, repairForeignPin } from "../pin-repair.ts";
import { attributionOf, hasPinForm, pinOwner } from "../pins.ts";
import type { Attribution } from "../pins.ts";
import { networkOn } from "../uplink.ts";

/**
 * A gateway pin whose next hop is on-link, but is not the router that the pin was made for: the same 192.168.1.0/24 on
 * another Wi-Fi (01-product, catalogue). A next hop that is a router of any uplink works as well as the default does,
 * whichever router it was made for; a second router of the LAN was never the router that the ledger saw.
 */
export function gatewayPinForeign(facts: Facts): Finding[] {
  return facts.routes.flatMap((route) => {
    const network = hasPinForm(facts, route) ? networkBesideItsRouter(facts, route) : null;
    const attribution = network === null ? null : attributionOf(facts, route);
    if (network === null || attribution === null) return [];
    const owner = pinOwner(facts, destinationOf(route));
    const seen = facts.history.pins.find((pin) => isSeenPin(pin, route));
    const proof = evidenceOfOtherRouter(facts, route, network, seen);
    // An open question is worth a word only beside a client that cannot reach its server meanwhile.
    if (proof === null || (proof.strength === "asking" && owner === null)) return [];
    return [foreignPin(facts, { route, owner, network, attribution, proof })];
  });
}

interface Suspect {
  readonly route: Route;
  readonly owner: VpnClient | null;
  readonly network: NetworkIdentity;
  readonly attribution: Exclude<Attribution, null>;
  readonly proof: OtherRouter;
}

function foreignPin(facts: Facts, suspect: Suspect): Finding {
  const { route, owner, network, attribution, proof } = suspect;
  const certainty = certaintyOf(suspect);
  const server = formatAddress(destinationOf(route));
  const router = network.gateway ?? "";
  return {
    id: "gateway-pin-foreign",
    severity: certainty === "suspected" ? "warning" : "error",
    certainty,
    route,
    client: owner,
    evidence: [
      ...proof.evidence,
      codedText(`pin-${attribution}`, { server }),
      ...(owner === null ? deferralWithoutOwner(facts) : deferralFor(owner)),
    ],
    // i18next takes the wording of the finding's text from `context`.
    args: {
      server,
      gateway: route.gateway,
      interface: route.interface ?? "",
      router,
      ...((proof.strength === "silent" || proof.strength === "asking") && { context: "silent" }),
    },
    repair: (certainty === "suspected" ? moveDoubtfulPin : repairForeignPin)(facts, route, owner),
  };
}

/**
 * Without the ledger a next hop that does not answer shows nothing but silence, which is never proof (01-product); for
 * the pin of a living client, which then cannot reach its server, it is enough to offer the way that everything else
 * takes, if the client is known by its server's address and not only taken for the owner for want of another. Whose a
 * public address without any tie is, is inferred: that weakens what is known by one degree.
 */
function certaintyOf({ route, owner, attribution, proof }: Suspect): Certainty {
  const isTied = attribution !== "public-host";
  if (proof.strength === "certain") return isTied ? "proven" : "likely";
  if (proof.strength === "probable") return isTied ? "likely" : "suspected";
  const isKnown = owner?.serverAddresses.includes(formatAddress(destinationOf(route))) === true;
  return isKnown && proof.strength !== "asking" ? "likely" : "suspected";
}

/** The network on the pin's interface, when its router is another address and the pin's next hop is no router at all. */
function networkBesideItsRouter(facts: Facts, route: Route): NetworkIdentity | null {
  // That no default goes through the next hop is known only from the whole table; what the kernel was told to take for
  // on-link (`onlink`), and next hops in groups, are somebody's own design.
  if (!isComplete(facts.snapshot.routes[route.family]) || !facts.interfacesComplete) return null;
  if (route.multipath || route.flags.includes("onlink") || !isOnLink(facts, route)) return null;
  if (isRouter(facts, route)) return null;
  const network = networkOn(facts, route.interface ?? "", route.family);
  return network?.gateway == null ? null : network;
}

function isOnLink(facts: Facts, route: Route): boolean {
  const next = nextHopOf(route);
  if (next === null) return false;
  return isLinkLocalAddress(next) || connectedNetworks(facts, route.interface ?? "", route.family).includes(next);
}

function isRouter(facts: Facts, { gateway, family }: Route): boolean {
  const { gateways, someUnlisted } = routersOf(facts)[family];
  return someUnlisted || gateways.has(gateway);
}

// Of any interface and in any table: policy routing leads through a second uplink by a table of its own. A default that
// is dead itself, as on a pulled cable, makes nobody a router.
const routersOf = oncePerFacts((facts) => ({
  inet: routersAmong(facts, valuesOf(facts.snapshot.routes.inet)),
  inet6: routersAmong(facts, valuesOf(facts.snapshot.routes.inet6)),
}));

function routersAmong(facts: Facts, rows: readonly Route[]): { gateways: ReadonlySet<string>; someUnlisted: boolean } {
  const defaults = rows.filter((row) => isDefault(row) && isUsable(facts, row));
  return {
    gateways: new Set(defaults.map(({ gateway }) => gateway)),
    someUnlisted: defaults.some(({ multipath }) => multipath),
  };
}

import type { VpnClient } from "../../clients/vpn-client.ts";
import { formatAddress } from "../../network/address.ts";
import { destinationOf } from "../../network/route-prefix.ts";
import { codedText } from "../../snapshot/coded-text.ts";
import type { Route } from "../../snapshot/route.ts";
import { blackholedPins } from "../blackholed-pins.ts";
import { deferralFor, deferralWithoutOwner } from "../deferral.ts";
import type { Facts } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { isOnlySourceGone, judgeNextHop } from "../next-hop.ts";
import type { NextHopVerdict } from "../next-hop.ts";
import { onlyOtherFamily } from "../other-family.ts";
import { repairDeadPin } from "../pin-repair.ts";
import { attributionOf, hasPinForm, pinOwner } from "../pins.ts";
import type { Attribution } from "../pins.ts";

/** A host route to a VPN server through a next hop that is on no connected network (01-product, catalogue). */
export function gatewayPinStale(facts: Facts): Finding[] {
  return [...pinsThroughDeadHop(facts), ...blackholedPins(facts)];
}

function pinsThroughDeadHop(facts: Facts): Finding[] {
  return facts.routes.flatMap((route) => {
    if (!hasPinForm(facts, route)) return [];
    const verdict = judgeNextHop(facts, route);
    const attribution = attributionOf(facts, route);
    if (verdict.state !== "dead" || attribution === null) return [];
    return [stalePin(facts, route, verdict, attribution)];
  });
}

function stalePin(
  facts: Facts,
  route: Route,
  verdict: NextHopVerdict & { state: "dead" },
  attribution: Attribution,
): Finding {
  const owner = pinOwner(facts, destinationOf(route));
  const proven = verdict.certainty === "proven" && attribution !== "public-host";
  const server = formatAddress(destinationOf(route));
  return {
    id: "gateway-pin-stale",
    severity: "error",
    certainty: proven ? "proven" : "likely",
    route,
    client: owner,
    evidence: [
      ...verdict.evidence,
      codedText(`pin-${attribution ?? "unattributed"}`, { server }),
      ...onlyOtherFamily(facts, route.family, server),
      ...(owner === null ? deferralWithoutOwner(facts) : deferralFor(owner)),
    ],
    args: { server, gateway: route.gateway, interface: route.interface ?? "", ...wording(facts, route, owner) },
    repair: repairDeadPin(facts, route, owner),
  };
}

// i18next takes the wording of the finding's text from `context`.
function wording(facts: Facts, route: Route, owner: VpnClient | null): { context?: string } {
  if (isOnlySourceGone(facts, route)) return { context: owner === null ? "source" : "source-client" };
  return owner === null ? {} : { context: "client" };
}

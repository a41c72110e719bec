import { nudgeStep } from "../../clients/nudge.ts";
import type { VpnClient } from "../../clients/vpn-client.ts";
import type { Step } from "../../repair/step.ts";
import { formatAddress } from "../../network/address.ts";
import { destinationOf } from "../../network/route-prefix.ts";
import { codedText } from "../../snapshot/coded-text.ts";
import type { Route } from "../../snapshot/route.ts";
import { blackholedPins } from "../blackholed-pins.ts";
import type { Facts } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { isUsable, judgeNextHop } from "../next-hop.ts";
import type { NextHopVerdict } from "../next-hop.ts";
import { attributionOf, hasPinForm, mayRepairFor, pinOwner } from "../pins.ts";
import type { Attribution } from "../pins.ts";
import { isLeftToGuard, mayBeNeededByTunnel } from "../route-guards.ts";
import { uplinkOf } from "../uplink.ts";

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
    evidence: [...verdict.evidence, codedText(`pin-${attribution ?? "unattributed"}`, { server })],
    args: { server, gateway: route.gateway, interface: route.interface ?? "", ...wording(owner) },
    repair: owner === null ? repairWithoutOwner(facts, route) : repairBesideOwner(facts, route, owner),
  };
}

// i18next takes the wording of the finding's text from `context`.
function wording(owner: VpnClient | null): { context?: string } {
  return owner === null ? {} : { context: "client" };
}

function repairWithoutOwner(facts: Facts, route: Route): Step[] {
  if (isLeftToGuard(facts)) return [];
  // A tunnel that exists has an opener, seen or not, and its server may be this one: without the pin its packets would
  // loop into the tunnel (macos-facts §1.5). So the pin is moved, or left until there is a router to move it to.
  return mayBeNeededByTunnel(facts, route) ? moveTo(facts, route) : [{ op: "delete-route", route }];
}

// The living client still needs its pin: without one its packets loop into its own tunnel (macos-facts §13.7).
function repairBesideOwner(facts: Facts, route: Route, owner: VpnClient): Step[] {
  const move = mayRepairFor(owner) ? moveTo(facts, route) : [];
  return move.length === 0 ? [] : [...move, ...nudgeStep(owner)];
}

// With a second pin that works, as clients make it for another metric (openconnect-facts §2.5), the dead one only has to go.
function moveTo(facts: Facts, route: Route): Step[] {
  if (facts.routes.some((other) => isWorkingTwin(facts, other, route))) return [{ op: "delete-route", route }];
  const uplink = uplinkOf(facts, route.family);
  if (uplink === null) return [];
  const { gateway, interface: name } = uplink;
  return [
    {
      op: "replace-route",
      route,
      replacement: { ...route, gateway, interface: name, source: null, flags: pinFlags(route) },
    },
  ];
}

function isWorkingTwin(facts: Facts, other: Route, route: Route): boolean {
  const same = other !== route && other.destination === route.destination && other.family === route.family;
  return same && !other.scoped && hasPinForm(facts, other) && isUsable(facts, other);
}

// `linkdown` and `dead` describe the old link, not the route.
function pinFlags(route: Route): string[] {
  return route.flags.filter((flag) => flag !== "linkdown" && flag !== "dead");
}

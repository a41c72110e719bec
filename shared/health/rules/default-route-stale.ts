import { parseAddress } from "../../network/address.ts";
import { isDefault, nextHopOf } from "../../network/route-prefix.ts";
import type { Step } from "../../repair/step.ts";
import { codedText } from "../../snapshot/coded-text.ts";
import type { CodedText } from "../../snapshot/coded-text.ts";
import { routeKey } from "../../snapshot/route.ts";
import type { Route } from "../../snapshot/route.ts";
import type { Facts } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { heldBackByNobody } from "../held-back-internet.ts";
import { isForwardingKnown } from "../known-forwarding.ts";
import { flagsOnAnotherLink } from "../link-marks.ts";
import { isNextHopElsewhere, isOnlySourceGone, judgeNextHop } from "../next-hop.ts";
import { leadsIntoLostTunnel } from "../tunnels.ts";
import { uplinkOf } from "../uplink.ts";

/** Proofs that the next hop itself is wrong, not the interface that it is reached by. */
const ABOUT_NEXT_HOP = new Set([
  "next-hop-off-link",
  "next-hop-off-link-no-network",
  "next-hop-is-loopback",
  "source-address-gone",
]);

/** An unscoped default route through a next hop on no connected network, through the loopback, or through a lost link. */
export function defaultRouteStale(facts: Facts): Finding[] {
  return [...throughDeadHop(facts), ...heldBack(facts)];
}

function heldBack(facts: Facts): Finding[] {
  const evidence = [codedText("no-client-alive", {})];
  return heldBackByNobody(facts)
    .filter(isDefault)
    .map((route) => ({
      id: "default-route-stale",
      severity: "error",
      certainty: "suspected",
      route,
      client: null,
      evidence,
      args: { gateway: route.gateway, interface: route.interface ?? "", context: "held" },
      repair: replaceBy(facts, route),
    }));
}

function throughDeadHop(facts: Facts): Finding[] {
  return facts.routes.flatMap((route) => {
    if (!isRouterDefault(route) || route.interface === null || facts.isTunnel(route.interface)) return [];
    const verdict = judgeNextHop(facts, route);
    if (verdict.state !== "dead" || !isHarmful(facts, route, verdict.evidence)) return [];
    return [
      {
        id: "default-route-stale",
        severity: "error",
        certainty: verdict.certainty,
        route,
        client: null,
        evidence: [...verdict.evidence],
        args: { gateway: route.gateway, interface: route.interface, ...wording(facts, route) },
        repair: replaceBy(facts, route),
      } satisfies Finding,
    ];
  });
}

// i18next takes the wording of the finding's text from `context`: not every dead default leads to an earlier network.
function wording(facts: Facts, route: Route): { context?: string } {
  const isLoopback = judgeNextHop(facts, route).evidence.some(({ code }) => code === "next-hop-is-loopback");
  if (isLoopback) return { context: "loopback" };
  return isOnlySourceGone(facts, route) ? { context: "source" } : {};
}

function isRouterDefault(route: Route): boolean {
  return isDefault(route) && !route.scoped && route.type === "unicast" && nextHopOf(route) !== null;
}

// An interface that is down or without carrier takes its default along when it leaves; its owner (DHCP) sees to it. It
// matters only while it keeps traffic from another way that works: Linux goes on using it (macos-facts §12, capture 256).
function isHarmful(facts: Facts, route: Route, evidence: readonly CodedText[]): boolean {
  if (evidence.some(({ code }) => ABOUT_NEXT_HOP.has(code)) || isNextHopElsewhere(facts, route)) return true;
  const uplink = uplinkOf(facts, route.family);
  return uplink !== null && isLinkKnown(facts, uplink.interface) && isTaken(facts, route);
}

// Of an interface that is not listed only Linux tells whether its link is there: it would mark the rows.
function isLinkKnown(facts: Facts, name: string): boolean {
  return facts.snapshot.os === "linux" || facts.interfaces.has(name);
}

/** One public address for each family, to ask which default ordinary traffic takes. */
const SOMEWHERE = { inet: parseAddress("1.1.1.1"), inet6: parseAddress("2606:4700::1111") };

function isTaken(facts: Facts, route: Route): boolean {
  if (!isForwardingKnown(facts, route.family)) return false;
  const address = SOMEWHERE[route.family];
  const candidates = address === null ? [] : facts.forwarding.candidates(address);
  // What is left of a tunnel will be cleared away, and then the default takes its place.
  const best = candidates.find((candidate) => !leadsIntoLostTunnel(facts, candidate));
  return best !== undefined && routeKey(best) === routeKey(route);
}

// A default is never just deleted: it is replaced, or left (02-architecture, property 4).
function replaceBy(facts: Facts, route: Route): Step[] {
  const uplink = uplinkOf(facts, route.family);
  if (uplink === null) return [];
  return [
    {
      op: "replace-route",
      route,
      replacement: {
        ...route,
        gateway: uplink.gateway,
        interface: uplink.interface,
        source: null,
        flags: flagsOnAnotherLink(route),
      },
    },
  ];
}

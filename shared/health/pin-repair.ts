import { nudgeStep } from "../clients/nudge.ts";
import type { VpnClient } from "../clients/vpn-client.ts";
import { destinationOf, isDefault } from "../network/route-prefix.ts";
import type { Step } from "../repair/step.ts";
import type { Route } from "../snapshot/route.ts";
import type { Facts } from "./facts.ts";
import { flagsOnAnotherLink } from "./link-marks.ts";
import { isUsable } from "./next-hop.ts";
import { hasPinForm, mayRepairFor } from "./pins.ts";
import { isLeftToGuard, mayBeNeededByTunnel } from "./route-guards.ts";
import { uplinkOf } from "./uplink.ts";

/** Puts a pin right whose next hop is dead; `owner` is the living client that it serves, null when none is known. */
export function repairDeadPin(facts: Facts, route: Route, owner: VpnClient | null): Step[] {
  const move = () => moveTo(facts, route, (twin) => isUsable(facts, twin));
  if (owner !== null) return repairBesideOwner(owner, move);
  if (isLeftToGuard(facts)) return [];
  // A tunnel that exists has an opener, seen or not, and its server may be this one: without the pin its packets would
  // loop into the tunnel (macos-facts §1.5). So the pin is moved, or left until there is a router to move it to.
  return mayBeNeededByTunnel(facts, route) ? move() : [{ op: "delete-route", route }];
}

/**
 * The same for a pin whose next hop is on-link but is another router than the one it was made for. It is deleted only
 * where what remains leads out of a physical interface; else it is moved, so that nothing gets lost.
 */
export function repairForeignPin(facts: Facts, route: Route, owner: VpnClient | null): Step[] {
  const move = () => moveTo(facts, route, (twin) => isUsable(facts, twin) && leadsToRouter(facts, twin));
  if (owner !== null) return repairBesideOwner(owner, move);
  if (isLeftToGuard(facts)) return [];
  return mayBeNeededByTunnel(facts, route) || !isReachedWithout(facts, route)
    ? move()
    : [{ op: "delete-route", route }];
}

/** Moves a pin of which it is not sure whether it is wrong: then it leads where everything else goes, too. */
export function moveDoubtfulPin(facts: Facts, route: Route, owner: VpnClient | null): Step[] {
  const move = () => moveTo(facts, route, () => false);
  return owner === null ? (isLeftToGuard(facts) ? [] : move()) : repairBesideOwner(owner, move);
}

// The living client still needs its pin: without one its packets loop into its own tunnel (macos-facts §13.7).
function repairBesideOwner(owner: VpnClient, move: () => Step[]): Step[] {
  const steps = mayRepairFor(owner) ? move() : [];
  return steps.length === 0 ? [] : [...steps, ...nudgeStep(owner)];
}

// With a second pin that works, as clients make it for another metric (openconnect-facts §2.5), this one only has to go.
function moveTo(facts: Facts, route: Route, works: (twin: Route) => boolean): Step[] {
  const isTwin = (other: Route) =>
    other !== route && other.destination === route.destination && other.family === route.family && !other.scoped;
  const around = facts.routesByDestination.matches(destinationOf(route));
  if (around.some((other) => isTwin(other) && hasPinForm(facts, other) && works(other)))
    return [{ op: "delete-route", route }];
  const uplink = uplinkOf(facts, route.family);
  if (uplink === null) return [];
  const { gateway, interface: name } = uplink;
  return [
    {
      op: "replace-route",
      route,
      replacement: { ...route, gateway, interface: name, source: null, flags: flagsOnAnotherLink(route) },
    },
  ];
}

function leadsToRouter(facts: Facts, route: Route): boolean {
  return facts.routes.some(
    (other) => isDefault(other) && other.gateway === route.gateway && other.interface === route.interface,
  );
}

function isReachedWithout(facts: Facts, route: Route): boolean {
  const rest = facts.routesByDestination
    .matches(destinationOf(route))
    .filter((other) => other !== route && !other.scoped);
  const longest = rest.filter((other) => other.destination === rest[0]?.destination);
  const [best] = longest.toSorted((a, b) => (a.metric ?? 0) - (b.metric ?? 0));
  if (best === undefined || best.type !== "unicast" || best.interface === null) return false;
  return facts.isPhysical(best.interface) && isUsable(facts, best);
}

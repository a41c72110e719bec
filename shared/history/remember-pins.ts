import type { Facts } from "../health/facts.ts";
import type { NetworkIdentity } from "../health/finding.ts";
import { hasPinForm, pinOwner } from "../health/pins.ts";
import { networkOn } from "../health/uplink.ts";
import { destinationOf } from "../network/route-prefix.ts";
import { isComplete } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";
import { isSameNetwork, withKnown } from "./same-network.ts";
import { isSeenPin } from "./seen-pin.ts";
import type { SeenPin } from "./seen-pin.ts";

/** A laptop has one or two; the pins seen first are forgotten first. */
export const MOST_PINS = 64;

/**
 * The ledger after one look: pins that are gone, or were made anew, are struck out; those that work now are noted with
 * the network that they work in. A pin works as far as this can tell while its next hop is the router of its interface.
 */
export function rememberPins(pins: readonly SeenPin[], facts: Facts): SeenPin[] {
  const rows = facts.routes.filter((route) => route.interface !== null && hasPinForm(facts, route));
  const kept = pins.filter((pin) => rowOf(pin, rows) !== undefined || !isKnownToBeGone(pin, facts));
  const updated = kept.map((pin) => {
    const row = rowOf(pin, rows);
    return row === undefined ? pin : seenAgain(pin, row, facts);
  });
  const fresh = rows
    .filter((row) => !kept.some((pin) => isSeenPin(pin, row)))
    .flatMap((row) => seenFirst(row, facts))
    .toSorted((a, b) => (orderText(a) < orderText(b) ? -1 : 1));
  return [...updated, ...distinct(fresh)].slice(-MOST_PINS);
}

// A client can pin twice, with and without a source address: then each row is its own.
function rowOf(pin: SeenPin, rows: readonly Route[]): Route | undefined {
  const same = rows.filter((row) => isSeenPin(pin, row));
  return same.find(({ source }) => source === pin.source) ?? same.toSorted(bySource)[0];
}

function bySource(a: Route, b: Route): number {
  return (a.source ?? "") < (b.source ?? "") ? -1 : 1;
}

// Whoever has taken the row out and put it back has made it for the router of that moment, which was not seen.
function isKnownToBeGone(pin: SeenPin, { snapshot }: Facts): boolean {
  return isComplete(snapshot.routes[pin.family]);
}

function seenFirst(row: Route, facts: Facts): SeenPin[] {
  const network = networkItWorksIn(row, facts);
  if (network === null || row.interface === null) return [];
  const sighting = { at: facts.snapshot.takenAt, network };
  const { family, destination, gateway, source } = row;
  const client = ownerOf(row, facts);
  return [{ family, destination, gateway, interface: row.interface, source, client, first: sighting, last: sighting }];
}

function seenAgain(pin: SeenPin, row: Route, facts: Facts): SeenPin {
  const known = { ...pin, source: pin.source ?? row.source, client: ownerOf(row, facts) ?? pin.client };
  const network = networkItWorksIn(row, facts);
  // A look in the midst of a change can see the new own address beside the old default route, and no neighbour at all:
  // where the router is not known, nothing is learned about it, and nothing forgotten.
  if (network === null || network.routerLinkAddress === null) return known;
  // What is learned later about the first network, such as its router's link-level address, belongs to it all the same.
  const first = { ...pin.first, network: withKnown(pin.first.network, network) };
  if (!isSameNetwork(pin.last.network, network))
    return { ...known, first, last: { at: facts.snapshot.takenAt, network } };
  return { ...known, first, last: { ...pin.last, network: withKnown(network, pin.last.network) } };
}

function networkItWorksIn(row: Route, facts: Facts): NetworkIdentity | null {
  const network = networkOn(facts, row.interface ?? "", row.family);
  return network?.gateway === row.gateway ? network : null;
}

function ownerOf(row: Route, facts: Facts): string | null {
  return pinOwner(facts, destinationOf(row))?.kind ?? null;
}

// Rows that differ in metric alone are one pin here: they have the same router.
function distinct(pins: readonly SeenPin[]): SeenPin[] {
  return [...new Map(pins.map((pin) => [orderText(pin), pin])).values()];
}

function orderText({ family, destination, gateway, interface: name, source }: SeenPin): string {
  return [family, destination, gateway, name, source ?? ""].join(" ");
}

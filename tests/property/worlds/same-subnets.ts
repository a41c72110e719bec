import fc from "fast-check";
import type { Neighbour } from "../../../shared/snapshot/interface.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { OperatingSystem, Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { cafePin, laptopAt, neighbour, rowsAt, sessionAt } from "../../support/same-subnet.ts";
import type { Place } from "../../support/same-subnet.ts";

/** A laptop that was seen a few times and moved on, mostly between networks that all are 192.168.1.0/24. */
export interface Move {
  readonly before: readonly Snapshot[];
  readonly now: Snapshot;
}

const LINK_ADDRESSES = ["02:00:00:00:00:aa", "02:00:00:00:00:bb", "02:00:00:00:00:cc"] as const;

const places: fc.Arbitrary<Place> = fc.record({
  router: fc.constantFrom(1, 254, 253),
  routerLinkAddress: fc.option(fc.constantFrom(...LINK_ADDRESSES)),
  own: fc.constantFrom(23, 40),
});

/** Looks at one machine: a place, whether the client lives, which pins there are, what the neighbour table says. */
function looks(os: OperatingSystem): fc.Arbitrary<Snapshot> {
  return fc
    .record({
      place: places,
      lives: fc.boolean(),
      pins: fc.uniqueArray(pinsOf(os), { minLength: 1, maxLength: 2, selector: placeOf }),
      others: fc.subarray(otherRows(os)),
      asked: fc.option(
        fc.record({
          last: fc.constantFrom(1, 254, 253),
          linkAddress: fc.option(fc.constantFrom(...LINK_ADDRESSES)),
          state: fc.constantFrom("reachable", "stale", "incomplete", "failed"),
        }),
      ),
    })
    .map(({ place, lives, pins, others, asked }) => {
      const at = lives ? sessionAt : laptopAt;
      const plain = at(os, place);
      const rows = plain.routes.inet.observed ? plain.routes.inet.value : [];
      const tunnelled = rows.filter(({ interface: name }) => name === "utun6" || name === "tun0");
      const entries = plain.neighbours.observed ? plain.neighbours.value : [];
      return at(os, place, {
        routes: [...rowsAt(os, place), ...tunnelled, ...pins, ...others],
        neighbours: [...entries, ...(asked === null ? [] : askedFor(os, asked, entries))],
      });
    });
}

function askedFor(
  os: OperatingSystem,
  { last, linkAddress, state }: { last: number; linkAddress: string | null; state: string },
  known: readonly Neighbour[],
): Neighbour[] {
  const entry = neighbour(os, last, state === "failed" || state === "incomplete" ? null : linkAddress, state);
  return known.some(({ address }) => address === entry.address) ? [] : [entry];
}

function pinsOf(os: OperatingSystem): fc.Arbitrary<Route> {
  return fc
    .record({
      gateway: fc.constantFrom("192.168.1.254", "192.168.1.1", "192.168.1.253", "10.51.0.1"),
      destination: fc.constantFrom("203.0.113.9/32", "203.0.113.77/32", "198.51.100.7/32"),
      source: fc.constantFrom(null, null, "192.168.1.23"),
      metric: os === "linux" ? fc.constantFrom(null, 50) : fc.constant(null),
    })
    .map((given) => cafePin(os, given));
}

// One row holds one place of the table.
function placeOf({ destination, metric }: Route): string {
  return `${destination} ${metric}`;
}

/** Rows that make a difference to what remains when a pin goes. */
function otherRows(os: OperatingSystem): Route[] {
  const wide = { destination: "203.0.113.0/25", host: false };
  return [
    cafePin(os, { ...wide, gateway: "10.99.99.1" }),
    cafePin(os, { destination: "203.0.113.8/31", host: false, gateway: "192.168.1.9" }),
  ];
}

/** Up to three looks, and the present one. */
export function movesBetweenSameSubnets(os: OperatingSystem): fc.Arbitrary<Move> {
  return fc
    .record({ before: fc.array(looks(os), { maxLength: 3 }), now: looks(os), stays: fc.boolean() })
    .map(({ before, now, stays }) => ({ before, now: stays ? withPinsOf(now, before.at(-1)) : now }));
}

// Routes outlive a change of network; a table that is drawn anew would seldom have the same pins.
function withPinsOf(now: Snapshot, last: Snapshot | undefined): Snapshot {
  if (last === undefined || !now.routes.inet.observed || !last.routes.inet.observed) return now;
  const isPin = ({ host, gateway }: Route) => host && gateway !== "link";
  const rows = [...now.routes.inet.value.filter((row) => !isPin(row)), ...last.routes.inet.value.filter(isPin)];
  return { ...now, routes: { ...now.routes, inet: { ...now.routes.inet, value: rows } } };
}

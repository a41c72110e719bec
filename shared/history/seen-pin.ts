import * as v from "valibot";
import { NetworkIdentity } from "../health/finding.ts";
import { FamilySchema } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";

/** A network, and since when it was seen; `at` is ISO 8601, null when the look had no time. */
const Sighting = v.strictObject({ at: v.nullable(v.string()), network: NetworkIdentity });

/**
 * A gateway pin that was seen while its next hop was the router of its interface: so it is known which router it was
 * made for. A pin that was never seen so tells nothing and is not kept.
 */
export const SeenPin = v.strictObject({
  family: FamilySchema,
  /** CIDR text. */
  destination: v.string(),
  gateway: v.string(),
  interface: v.string(),
  /** Source address of the row, null when it was not printed. */
  source: v.nullable(v.string()),
  /** Kind of the living client that it served, null when none was known. */
  client: v.nullable(v.string()),
  /** The first network that it was seen to work in. */
  first: Sighting,
  /** The last network that it was seen to work in; the same object content as `first` while there was only one. */
  last: Sighting,
});
export type SeenPin = v.InferOutput<typeof SeenPin>;

/**
 * Whether the row is the pin that was seen: the same place, next hop and interface, and not a source address that shows
 * that somebody has made it anew.
 */
export function isSeenPin(pin: SeenPin, route: Route): boolean {
  const same =
    pin.destination === route.destination &&
    pin.gateway === route.gateway &&
    pin.interface === route.interface &&
    pin.family === route.family;
  return same && (pin.source === null || route.source === null || pin.source === route.source);
}

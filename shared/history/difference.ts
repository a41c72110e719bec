import * as v from "valibot";

/** A route as one line of a comparison. */
export const RouteLine = v.strictObject({
  destination: v.string(),
  /** Address, or `link`. */
  gateway: v.string(),
  interface: v.nullable(v.string()),
});
export type RouteLine = v.InferOutput<typeof RouteLine>;

/** An interface as one line of a comparison. */
export const InterfaceLine = v.strictObject({
  name: v.string(),
  /** Up and not without a carrier. */
  running: v.boolean(),
  /** Own addresses beyond link-local, CIDR text. */
  addresses: v.array(v.string()),
});
export type InterfaceLine = v.InferOutput<typeof InterfaceLine>;

function sidesOf<Line extends v.GenericSchema>(line: Line) {
  return v.strictObject({
    /** Lines that were there before only. */
    before: v.array(line),
    /** Lines that are there after only. */
    after: v.array(line),
    /** Differing lines beyond those listed, of both sides. */
    more: v.number(),
  });
}

/**
 * What differs between two looks at the machine, in a small form: the routes that matter to a VPN (defaults, gateway
 * pins, routes of tunnels), interfaces, name servers. At most {@link MOST_LINES} lines on each side of each.
 */
export const Difference = v.strictObject({
  routes: sidesOf(RouteLine),
  interfaces: sidesOf(InterfaceLine),
  /** Addresses of name servers. */
  resolvers: sidesOf(v.string()),
});
export type Difference = v.InferOutput<typeof Difference>;

/** More than a screen holds; a full table of a tunnel can have thousands. */
export const MOST_LINES = 16;

const NOTHING = { before: [], after: [], more: 0 };

/** No difference at all. */
export const NO_DIFFERENCE: Difference = { routes: NOTHING, interfaces: NOTHING, resolvers: NOTHING };

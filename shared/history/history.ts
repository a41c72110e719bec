import * as v from "valibot";

/** What was seen before and helps to judge the present. The empty history is always valid: it only knows less. */
export const History = v.strictObject({
  /** Addresses that were seen to be VPN servers, canonical text. */
  servers: v.array(v.string()),
  /** Prefixes that were seen routed into a tunnel, CIDR text. */
  tunnelPrefixes: v.array(v.string()),
  /** When the network identity last changed, ISO 8601; null when it did not while watching. */
  networkChangedAt: v.nullable(v.string()),
});
export type History = v.InferOutput<typeof History>;

/** Nothing remembered: a first run, or a capture folder. */
export const EMPTY_HISTORY: History = { servers: [], tunnelPrefixes: [], networkChangedAt: null };

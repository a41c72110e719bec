import * as v from "valibot";
import { NetworkIdentity } from "../health/finding.ts";
import { SeenPin } from "./seen-pin.ts";

/** What was seen before and helps to judge the present. The empty history is always valid: it only knows less. */
export const History = v.strictObject({
  /** Addresses that were seen to be VPN servers, canonical text; the newest last. */
  servers: v.array(v.string()),
  /** Prefixes that were seen routed into a tunnel, CIDR text; the newest last. */
  tunnelPrefixes: v.array(v.string()),
  /** When the network identity last changed, ISO 8601; null when it did not while watching. */
  networkChangedAt: v.nullable(v.string()),
  /** The network of the last look that saw one, with everything that earlier looks told about it; null when none did. */
  network: v.nullable(NetworkIdentity),
  /** The ledger: gateway pins that are in the table and were seen to work, in the order in which they were first seen. */
  pins: v.array(SeenPin),
});
export type History = v.InferOutput<typeof History>;

/** Nothing remembered: a first run, or a capture folder. */
export const EMPTY_HISTORY: History = {
  servers: [],
  tunnelPrefixes: [],
  networkChangedAt: null,
  network: null,
  pins: [],
};

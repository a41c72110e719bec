import * as v from "valibot";
import { FamilySchema } from "./route.ts";

/** One own address of an interface. */
export const InterfaceAddress = v.strictObject({
  family: FamilySchema,
  /** Canonical text without zone. */
  address: v.string(),
  prefixLength: v.number(),
  /** The other end of a point-to-point link, else null. */
  peer: v.nullable(v.string()),
});
export type InterfaceAddress = v.InferOutput<typeof InterfaceAddress>;

/** One network interface. */
export const Interface = v.strictObject({
  name: v.string(),
  /** Kernel index; null when not printed. */
  index: v.nullable(v.number()),
  /** Administratively up (flag UP). */
  up: v.boolean(),
  /** Link present: Darwin `status: active`, Linux LOWER_UP; null when the system does not say. */
  carrier: v.nullable(v.boolean()),
  loopback: v.boolean(),
  pointToPoint: v.boolean(),
  /** Linux `linkinfo` kind (`tun`, `wireguard`, `bridge`, `veth`), null when not printed or on Darwin. */
  kind: v.nullable(v.string()),
  /** Linux tun devices: survives its owner; null when not printed. */
  persistent: v.nullable(v.boolean()),
  mtu: v.nullable(v.number()),
  linkAddress: v.nullable(v.string()),
  addresses: v.array(InterfaceAddress),
});
export type Interface = v.InferOutput<typeof Interface>;

/** An entry of the neighbour table (ARP, ND). */
export const Neighbour = v.strictObject({
  /** Canonical text without zone. */
  address: v.string(),
  interface: v.string(),
  linkAddress: v.nullable(v.string()),
  /** Lower-case state words: `reachable`, `stale`, `delay`, `probe`, `permanent`, `failed`, `incomplete`, `noarp`. */
  state: v.string(),
  router: v.boolean(),
});
export type Neighbour = v.InferOutput<typeof Neighbour>;

/** A Linux policy routing rule. */
export const Rule = v.strictObject({
  family: FamilySchema,
  priority: v.number(),
  /** `all` or a prefix. */
  source: v.string(),
  destination: v.nullable(v.string()),
  /** Table name as printed, null for action rules (`unreachable`, `goto` …). */
  table: v.nullable(v.string()),
  action: v.nullable(v.string()),
  /** Priority of the rule that a `goto` goes on with; null for all others. */
  gotoPriority: v.nullable(v.number()),
  firewallMark: v.nullable(v.string()),
  firewallMask: v.nullable(v.string()),
  negated: v.boolean(),
  suppressPrefixLength: v.nullable(v.number()),
  inputInterface: v.nullable(v.string()),
  outputInterface: v.nullable(v.string()),
});
export type Rule = v.InferOutput<typeof Rule>;

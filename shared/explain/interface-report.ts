import * as v from "valibot";
import { Certainty } from "../health/finding.ts";
import { CodedText } from "../snapshot/coded-text.ts";
import { TunnelHolder } from "../preflight/preflight-report.ts";

/** What an interface is there for. Each has a name under `interfaces:role` and, where it needs one, a sentence under `interfaces:about`. */
export const InterfaceRole = v.picklist([
  "loopback",
  "wifi",
  "ethernet",
  "mobile",
  "network-card",
  "vpn-tunnel",
  "unowned-tunnel",
  "leftover-tunnel",
  "system-tunnel",
  "system",
  "guest-bridge",
  "container",
  "bridge",
  "stand-in",
  "unknown",
]);
export type InterfaceRole = v.InferOutput<typeof InterfaceRole>;

/** One interface with what it is for, whose it is, and how that is known. */
export const InterfaceReport = v.strictObject({
  name: v.string(),
  role: InterfaceRole,
  certainty: Certainty,
  /** Switched on; null when only routes name it. */
  up: v.nullable(v.boolean()),
  /** Connected to a network; null when the system does not say. */
  carrier: v.nullable(v.boolean()),
  /** Own addresses as CIDR text; empty also when they were not observed. */
  addresses: v.array(v.string()),
  /** Ordinary routes through it, in all tables; null when the tables were not observed. */
  routes: v.nullable(v.number()),
  /** The program that holds it; null for what is no tunnel. */
  holder: v.nullable(TunnelHolder),
  /** Keys of `evidence`. */
  evidence: v.array(CodedText),
});
export type InterfaceReport = v.InferOutput<typeof InterfaceReport>;

/** A VPN program that runs, or that left notes when it ended. */
export const VpnProcess = v.strictObject({
  client: v.string(),
  pid: v.nullable(v.number()),
  alive: v.boolean(),
  /** When it was started, in words that the system printed; null when not known or when it has ended. */
  since: v.nullable(v.string()),
  tunnel: v.nullable(v.string()),
  server: v.nullable(v.string()),
  /** It runs all the time, tunnel or not: that it runs says nothing. */
  service: v.boolean(),
});
export type VpnProcess = v.InferOutput<typeof VpnProcess>;

/** Every interface of a machine and the VPN programs on it. The document of `holdfast interfaces --json`. */
export const InterfacesReport = v.strictObject({
  schema: v.literal(1),
  interfaces: v.array(InterfaceReport),
  /** False when there may be interfaces that are not listed. */
  interfacesComplete: v.boolean(),
  processes: v.array(VpnProcess),
  /** False when there may be programs that are not listed. */
  processesComplete: v.boolean(),
  /** False when no list of the running programs was seen at all. */
  processesSeen: v.boolean(),
});
export type InterfacesReport = v.InferOutput<typeof InterfacesReport>;

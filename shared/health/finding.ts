import * as v from "valibot";
import { CodedText } from "../snapshot/coded-text.ts";
import { Route } from "../snapshot/route.ts";
import { VpnClient } from "../clients/vpn-client.ts";
import { Step } from "../repair/step.ts";

/** Stable ids of the findings catalogue (01-product). */
export const FindingId = v.picklist([
  "gateway-pin-stale",
  "gateway-pin-foreign",
  "gateway-pin-missing",
  "tunnel-route-orphaned",
  "split-default-stale",
  "default-route-missing",
  "default-route-stale",
  "resolver-stale",
  "tunnel-dead",
  "client-stuck",
  "client-residue",
  "tunnels-conflict",
  "gateway-route-unreachable",
  "captive-network",
  "script-marks-left",
]);
export type FindingId = v.InferOutput<typeof FindingId>;

export const Severity = v.picklist(["error", "warning", "info"]);
export type Severity = v.InferOutput<typeof Severity>;

/**
 * `proven`: local kernel state alone shows it. `likely`: proven dead or wrong, but whose it is is inferred.
 * `suspected`: shown and explained, never selected for removal by default.
 */
export const Certainty = v.picklist(["proven", "likely", "suspected"]);
export type Certainty = v.InferOutput<typeof Certainty>;

/** One thing that is wrong, with its proof and what would repair it. */
export const Finding = v.strictObject({
  id: FindingId,
  severity: Severity,
  certainty: Certainty,
  /** The route it is about, null when it is about something else. */
  route: v.nullable(Route),
  /** The client it is about, null when none is involved. */
  client: v.nullable(VpnClient),
  evidence: v.array(CodedText),
  /** Arguments for the finding's sentence (server, gateway, interface, networks). */
  args: CodedText.entries.args,
  /** Steps that repair it, in order; empty when Holdfast only explains. */
  repair: v.array(Step),
});
export type Finding = v.InferOutput<typeof Finding>;

export const HealthState = v.picklist([
  "off",
  "up",
  "recovering",
  "degraded",
  "broken",
  "residue",
  "offline",
  "unknown",
]);
export type HealthState = v.InferOutput<typeof HealthState>;

/** The network that the machine is connected to; null parts are unknown. */
export const NetworkIdentity = v.strictObject({
  interface: v.string(),
  /** Next hop of the default route, null when the default is on-link. */
  gateway: v.nullable(v.string()),
  /** Own address as CIDR text with the network's length (`172.20.10.2/28`), null when not observed. */
  address: v.nullable(v.string()),
  /** Link-level address of the router, null when not observed. */
  routerLinkAddress: v.nullable(v.string()),
});
export type NetworkIdentity = v.InferOutput<typeof NetworkIdentity>;

/** The verdict on one snapshot. */
export const Assessment = v.strictObject({
  state: HealthState,
  network: v.nullable(NetworkIdentity),
  clients: v.array(VpnClient),
  /** Worst first; consequences of another finding are left out. */
  findings: v.array(Finding),
  /** Parts that were not seen, and routing tables that were seen `in-part`. */
  unobserved: v.array(v.strictObject({ part: v.string(), reason: CodedText })),
});
export type Assessment = v.InferOutput<typeof Assessment>;

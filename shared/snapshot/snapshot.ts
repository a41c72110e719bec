import * as v from "valibot";
import { Interface, Neighbour, Rule } from "./interface.ts";
import { partOf } from "./part.ts";
import { Process, Socket, TunnelOwner } from "./process.ts";
import { Resolver, StateFile } from "./resolver.ts";
import { Route } from "./route.ts";

export const OperatingSystem = v.picklist(["darwin", "linux"]);
export type OperatingSystem = v.InferOutput<typeof OperatingSystem>;

/** What a log of a client tells about the state of its session. */
export const ClientLog = v.strictObject({
  /** Client kind, e.g. `openconnect`. */
  client: v.string(),
  /** Addresses of VPN servers that the log names, canonical text. */
  servers: v.array(v.string()),
  /** How the last words about the session leave it: passing traffic, with a dead peer, or in the reconnect loop. */
  session: v.picklist(["unknown", "up", "silent", "reconnecting"]),
});
export type ClientLog = v.InferOutput<typeof ClientLog>;

/** What is known about a router without a default route: DHCP option, dynamic store. */
export const RouterHint = v.strictObject({
  interface: v.string(),
  router: v.string(),
  origin: v.picklist(["dhcp", "dynamic-store", "network-service", "state-file"]),
  /** Own address that was given together with the router; the hint is of the past when the interface has it no more. */
  leasedAddress: v.exactOptional(v.string()),
});
export type RouterHint = v.InferOutput<typeof RouterHint>;

/** What the system itself found when it asked whether the Internet answers; Holdfast sends nothing. */
export const Connectivity = v.strictObject({
  /** NetworkManager, or macOS's Captive Network Support. */
  origin: v.picklist(["network-manager", "captive-network-support"]),
  /** Null when the answer is about the machine as a whole. */
  interface: v.nullable(v.string()),
  state: v.picklist(["full", "limited", "portal", "none", "unknown"]),
});
export type Connectivity = v.InferOutput<typeof Connectivity>;

/** A line that a VPN script wrote into a file of the system and marked as its own. */
export const ScriptMark = v.strictObject({
  path: v.string(),
  /** The line without the blanks at its ends, at most 512 characters. */
  line: v.string(),
  writer: v.picklist(["vpn-slice"]),
  /** What the script calls its VPN: its tunnel interface, unless somebody chose a name. */
  name: v.string(),
  kind: v.picklist(["host-names", "packet-filter-anchor"]),
});
export type ScriptMark = v.InferOutput<typeof ScriptMark>;

/** Everything that was observed at one moment. All judgement is a pure function of this and the history. */
export const Snapshot = v.strictObject({
  schema: v.literal(1),
  os: OperatingSystem,
  osVersion: v.nullable(v.string()),
  /** ISO 8601 time, null when the capture does not say. */
  takenAt: v.nullable(v.string()),
  routes: v.strictObject({ inet: partOf(v.array(Route)), inet6: partOf(v.array(Route)) }),
  interfaces: partOf(v.array(Interface)),
  neighbours: partOf(v.array(Neighbour)),
  rules: partOf(v.array(Rule)),
  resolvers: partOf(v.array(Resolver)),
  processes: partOf(v.array(Process)),
  tunnelOwners: partOf(v.array(TunnelOwner)),
  sockets: partOf(v.array(Socket)),
  stateFiles: partOf(v.array(StateFile)),
  routerHints: partOf(v.array(RouterHint)),
  clientLogs: partOf(v.array(ClientLog)),
  connectivity: partOf(v.array(Connectivity)),
  scriptMarks: partOf(v.array(ScriptMark)),
});
export type Snapshot = v.InferOutput<typeof Snapshot>;

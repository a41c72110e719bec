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
});
export type RouterHint = v.InferOutput<typeof RouterHint>;

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
});
export type Snapshot = v.InferOutput<typeof Snapshot>;

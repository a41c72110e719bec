import type { OperatingSystem } from "../snapshot/snapshot.ts";
import type { CaptureSource, Contribution, OutputParser } from "./contribution.ts";
import { clientLog } from "./client-log.ts";
import { darwinKnownOutputs } from "./darwin-known-outputs.ts";
import { ifconfig } from "./ifconfig.ts";
import { ipconfig } from "./ipconfig.ts";
import { lsof } from "./lsof.ts";
import { netstatControls } from "./netstat-controls.ts";
import { netstatRoutes } from "./netstat-routes.ts";
import { networksetupDnsServers, networksetupInfo, networksetupServiceOrder } from "./networksetup.ts";
import { ps } from "./ps.ts";
import { scutilDns } from "./scutil-dns.ts";
import { scutilDnsKey, scutilRouterKey } from "./scutil-keys.ts";
import { ipInterfaces } from "./ip-interfaces.ts";
import { ipNeighbour } from "./ip-neighbour.ts";
import { ipRoute } from "./ip-route.ts";
import { ipRule } from "./ip-rule.ts";
import { linuxKnownOutputs } from "./linux-known-outputs.ts";
import { captiveNetwork } from "./captive-network.ts";
import { nmcliConnectivity, nmcliDevices } from "./nmcli.ts";
import { procProcesses } from "./proc-processes.ts";
import { procSockets } from "./proc-sockets.ts";
import { dhclientLeases, networkdLease } from "./dhcp-leases.ts";
import { resolvConf } from "./resolv-conf.ts";
import { resolverFile } from "./resolver-file.ts";
import { resolvectlStatus } from "./resolvectl-status.ts";
import { scriptMarks } from "./script-marks.ts";
import { vpncStateFile } from "./vpnc-state-file.ts";
import { vpncStateFolder } from "./vpnc-state-folder.ts";

/** A part of the snapshot that an output can contribute to. */
export type ContributedPart = Exclude<keyof Contribution, "cutNames" | "networkServices">;

/** A parser and the parts that stay unobserved when its output cannot be read. */
export interface RegisteredParser {
  readonly parser: OutputParser;
  readonly parts: readonly ContributedPart[];
}

/** Every kind of output that can be read; the first that understands a source reads it. */
const PARSERS: readonly RegisteredParser[] = [
  { parser: netstatRoutes, parts: ["inetRoutes", "inet6Routes", "neighbours"] },
  { parser: ifconfig, parts: ["interfaces"] },
  { parser: ps, parts: ["processes"] },
  { parser: lsof, parts: ["tunnelOwners", "sockets"] },
  { parser: netstatControls, parts: ["tunnelOwners"] },
  { parser: scutilDns, parts: ["resolvers"] },
  { parser: scutilDnsKey, parts: ["resolvers"] },
  { parser: scutilRouterKey, parts: ["routerHints"] },
  { parser: networksetupDnsServers, parts: ["resolvers"] },
  { parser: networksetupInfo, parts: ["routerHints"] },
  { parser: networksetupServiceOrder, parts: [] },
  { parser: ipconfig, parts: ["routerHints"] },
  { parser: captiveNetwork, parts: ["connectivity"] },
  { parser: resolverFile, parts: ["resolvers"] },
  { parser: clientLog, parts: ["clientLogs"] },
  { parser: darwinKnownOutputs, parts: [] },
  { parser: ipRoute, parts: ["inetRoutes", "inet6Routes"] },
  { parser: ipInterfaces, parts: ["interfaces"] },
  { parser: ipRule, parts: ["rules"] },
  { parser: ipNeighbour, parts: ["neighbours"] },
  { parser: procProcesses, parts: ["processes", "tunnelOwners"] },
  { parser: procSockets, parts: ["sockets"] },
  { parser: nmcliConnectivity, parts: ["connectivity"] },
  { parser: nmcliDevices, parts: ["routerHints"] },
  { parser: networkdLease, parts: ["routerHints"] },
  { parser: dhclientLeases, parts: ["routerHints"] },
  { parser: scriptMarks, parts: ["scriptMarks"] },
  { parser: resolvConf, parts: ["resolvers"] },
  { parser: resolvectlStatus, parts: ["resolvers"] },
  { parser: vpncStateFile, parts: ["stateFiles"] },
  { parser: vpncStateFolder, parts: ["stateFiles"] },
  { parser: linuxKnownOutputs, parts: [] },
];

/** The parser for what this source printed on this system, null when there is none. */
export function findParser(source: CaptureSource, os: OperatingSystem): RegisteredParser | null {
  return PARSERS.find(({ parser }) => (parser.os === "any" || parser.os === os) && parser.understands(source)) ?? null;
}

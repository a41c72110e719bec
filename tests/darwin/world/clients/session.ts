import type { BareMac } from "../bare-mac.ts";

/** What a VPN server gives its client; the environment of the client's script. */
export interface Session {
  readonly server: string;
  readonly serverName: string;
  readonly address: string;
  readonly mtu: number;
  /** Networks that go through the tunnel, as CIDR text; empty when everything does. */
  readonly networks: readonly string[];
  readonly resolvers: readonly string[];
  readonly domain: string;
}

/** The campus VPN of the story: the server lies inside a network that goes through the tunnel (openconnect-facts §0.1). */
export const CAMPUS_VPN: Session = {
  server: "222.66.117.109",
  serverName: "vpn-ct.ecnu.edu.cn",
  address: "172.20.151.1",
  mtu: 1390,
  networks: [
    "59.78.176.0/20",
    "59.78.192.0/21",
    "172.23.148.0/24",
    "202.120.80.0/20",
    "219.228.56.0/21",
    "222.66.117.0/24",
  ],
  resolvers: ["202.120.80.2", "202.120.81.2"],
  domain: "ecnu.edu.cn",
};

/** The same VPN when all traffic goes through it. */
export const CAMPUS_VPN_FOR_ALL: Session = { ...CAMPUS_VPN, networks: [] };

/** A script that openconnect calls (openconnect-facts §2.1). Each call is a process of its own. */
export interface VpnScript {
  readonly path: string;
  connect(call: ScriptCall): void;
  attemptReconnect(call: ScriptCall): void;
  reconnect(call: ScriptCall): void;
  disconnect(call: ScriptCall): void;
}

/** One run of the script. */
export interface ScriptCall {
  readonly mac: BareMac;
  readonly session: Session;
  /** TUNDEV. */
  readonly tunnel: string;
  /** VPNPID. */
  readonly clientPid: number;
  /** Runs a command with the script's rights; what it prints goes to the client's log. */
  run(...command: readonly string[]): void;
}

/** The gateway of the default route as the scripts find it: the first row `default` of `netstat -rn` that no tunnel holds, empty without one. */
export function defaultGateway({ kernel }: BareMac): string {
  const rows = kernel.table
    .rows()
    .filter((row) => !row.host && row.prefix.length === 0 && row.prefix.family === "inet");
  const physical = rows.filter((row) => !row.interface.startsWith("utun"));
  const open = physical.find((row) => row.scope === null) ?? physical[0];
  return open?.gateway ?? "";
}

import fc from "fast-check";
import type { Interface } from "../../../shared/snapshot/interface.ts";
import type { Process, Socket, TunnelOwner } from "../../../shared/snapshot/process.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import { row } from "./rows.ts";

const SPLIT_PREFIXES = ["10.20.0.0/16", "10.20.4.0/22", "203.0.113.0/24", "59.78.176.0/20", "172.23.148.0/24"] as const;

/** A tunnel with the client that holds it, or without. */
export interface Tunnel {
  readonly name: string;
  readonly address: string;
  readonly coverage: "split" | "halves" | "default";
  readonly prefixes: readonly string[];
  readonly client: "openconnect" | "openvpn" | "globalprotect" | "unrecognised" | "gone";
  /** Last octet of its server in 203.0.113.0/24. */
  readonly server: number;
  readonly pid: number;
}

/** Up to two tunnels, living or left over. */
export function tunnels(os: OperatingSystem): fc.Arbitrary<Tunnel[]> {
  const one = fc.record({
    coverage: fc.constantFrom("split" as const, "split" as const, "halves" as const, "default" as const),
    prefixes: fc.subarray([...SPLIT_PREFIXES], { minLength: 1 }),
    client: fc.constantFrom(
      "openconnect" as const,
      "openconnect" as const,
      "openvpn" as const,
      "globalprotect" as const,
      "unrecognised" as const,
      "gone" as const,
    ),
    server: fc.integer({ min: 9, max: 12 }),
  });
  return fc.array(one, { maxLength: 2 }).map((list) =>
    list.map((tunnel, index) => ({
      ...tunnel,
      name: os === "darwin" ? `utun${6 + index}` : `tun${index}`,
      address: `10.80.${index}.2`,
      pid: 4000 + index,
    })),
  );
}

/** The server that the tunnel's client talks to. */
function serverOf(tunnel: Tunnel): string {
  return `203.0.113.${tunnel.server}`;
}

/** A utun dies with its client; on Linux a persistent tun stays without carrier (macos-facts §7, §12). */
export function tunnelExists(os: OperatingSystem, tunnel: Tunnel): boolean {
  return tunnel.client !== "gone" || os === "linux";
}

/** The tunnel as an interface. */
export function tunnelInterface(os: OperatingSystem, tunnel: Tunnel, index: number): Interface {
  const held = tunnel.client !== "gone";
  return {
    name: tunnel.name,
    index,
    up: true,
    carrier: os === "linux" ? held : null,
    loopback: false,
    pointToPoint: true,
    kind: os === "linux" ? "tun" : null,
    persistent: os === "linux" ? !held : null,
    mtu: 1390,
    linkAddress: null,
    addresses: [{ family: "inet", address: tunnel.address, prefixLength: 32, peer: null }],
  };
}

/** The rows that its client made. */
export function tunnelRows(os: OperatingSystem, tunnel: Tunnel): Route[] {
  const { name } = tunnel;
  const wide = { split: [], halves: ["0.0.0.0/1", "128.0.0.0/1"], default: ["0.0.0.0/0"] }[tunnel.coverage];
  const metric = os === "linux" && tunnel.coverage === "default" ? 50 : null;
  return [...wide, ...tunnel.prefixes].map((destination) =>
    row(os, { destination, interface: name, metric: destination === "0.0.0.0/0" ? metric : null }),
  );
}

/** The client's process, none when it is gone. */
export function tunnelProcesses(tunnel: Tunnel): Process[] {
  const words = {
    openconnect: ["openconnect", serverOf(tunnel)],
    openvpn: ["openvpn", "--remote", serverOf(tunnel)],
    globalprotect: ["/opt/PanGPS"],
    unrecognised: ["/opt/acme/tunneld"],
    gone: null,
  }[tunnel.client];
  if (words === null) return [];
  return [{ pid: tunnel.pid, parentPid: 1, user: "root", startedAt: "100", arguments: words, executable: null }];
}

/** Who holds the tunnel. */
export function tunnelOwners(tunnel: Tunnel): TunnelOwner[] {
  return tunnel.client === "gone" ? [] : [{ interface: tunnel.name, pid: tunnel.pid }];
}

/** The client's connection to its server. */
export function tunnelSockets(tunnel: Tunnel): Socket[] {
  if (tunnel.client !== "openconnect") return [];
  const ends = { localAddress: "192.168.1.2", remoteAddress: serverOf(tunnel), remotePort: 443 };
  return [{ pid: tunnel.pid, transport: "tcp", state: "established", ...ends }];
}

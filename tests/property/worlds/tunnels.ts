import fc from "fast-check";
import type { Interface } from "../../../shared/snapshot/interface.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import { row } from "./rows.ts";

const SPLIT_PREFIXES = ["10.20.0.0/16", "10.20.4.0/22", "203.0.113.0/24", "59.78.176.0/20", "172.23.148.0/24"] as const;
const SPLIT_PREFIXES6 = ["2001:db8:77::/48", "2001:db8:99::/48", "fd20::/16"] as const;
const WIDE = { split: [], halves: ["0.0.0.0/1", "128.0.0.0/1"], default: ["0.0.0.0/0"], table: [] } as const;
const WIDE6 = { split: [], halves: ["::/1", "8000::/1"], default: ["::/0"], table: [] } as const;

/** A tunnel with the client that holds it, or without. */
export interface Tunnel {
  readonly name: string;
  /** Last octet but one of its own address. */
  readonly unit: number;
  /** `table`: its default is in a table of its own, which rules select (Linux only). */
  readonly coverage: keyof typeof WIDE;
  readonly prefixes: readonly string[];
  readonly prefixes6: readonly string[];
  /** Whether IPv6 is covered as IPv4 is. */
  readonly inet6: boolean;
  readonly client: "openconnect" | "openvpn" | "globalprotect" | "wireguard" | "tailscale" | "unrecognised" | "gone";
  readonly server: string;
  /** How its client was told of the server, as far as the process shows it. */
  readonly named: "by-address" | "by-name";
  readonly managed: boolean;
  readonly pid: number;
  /** Administratively up; a client that hangs can have taken its tunnel down. */
  readonly up: boolean;
}

/** Servers of all worlds, which split tunnels cover, and pins lead to. */
export const SERVERS = ["203.0.113.9", "203.0.113.10", "203.0.113.11", "198.18.7.7", "2001:db8:99::9"] as const;

/** Up to two tunnels, living or left over. */
export function tunnels(os: OperatingSystem): fc.Arbitrary<Tunnel[]> {
  const one = fc.record({
    coverage: fc.constantFrom<Tunnel["coverage"]>(
      "split",
      "split",
      "halves",
      "default",
      ...(os === "linux" ? (["table"] as const) : []),
    ),
    prefixes: fc.subarray([...SPLIT_PREFIXES], { minLength: 1 }),
    prefixes6: fc.subarray([...SPLIT_PREFIXES6]),
    inet6: fc.boolean(),
    client: fc.constantFrom<Tunnel["client"]>(
      ...(["openconnect", "openconnect", "openconnect", "openvpn", "globalprotect"] as const),
      ...(["wireguard", "tailscale", "unrecognised", "gone"] as const),
    ),
    server: fc.constantFrom(...SERVERS),
    named: fc.constantFrom<Tunnel["named"]>("by-address", "by-address", "by-name"),
    managed: fc.nat(9).map((number) => number === 0),
    up: fc.nat(9).map((number) => number !== 0),
  });
  return fc.array(one, { maxLength: 2 }).map((list) =>
    list.map((tunnel, index) => ({
      ...tunnel,
      name: os === "darwin" ? `utun${6 + index}` : `${tunnel.client === "wireguard" ? "wg" : "tun"}${index}`,
      unit: index,
      pid: 4000 + index,
    })),
  );
}

/** A utun dies with its client; on Linux a persistent tun stays without carrier (macos-facts §7, §12). */
export function tunnelExists(os: OperatingSystem, tunnel: Tunnel): boolean {
  return tunnel.client !== "gone" || os === "linux";
}

/** The tunnel as an interface. */
export function tunnelInterface(os: OperatingSystem, tunnel: Tunnel, index: number): Interface {
  const held = tunnel.client !== "gone";
  const kind = tunnel.client === "wireguard" ? "wireguard" : "tun";
  const inet = { family: "inet" as const, address: `10.80.${tunnel.unit}.2`, prefixLength: 32, peer: null };
  const inet6 = { ...inet, family: "inet6" as const, address: `fd80::${tunnel.unit}:2`, prefixLength: 128 };
  return {
    name: tunnel.name,
    index,
    up: tunnel.up,
    carrier: os === "linux" ? held && tunnel.up : null,
    loopback: false,
    pointToPoint: true,
    kind: os === "linux" ? kind : null,
    persistent: os === "linux" && kind === "tun" ? !held : null,
    mtu: 1390,
    linkAddress: null,
    addresses: tunnel.inet6 ? [inet, inet6] : [inet],
  };
}

/** The rows that its client made. */
export function tunnelRows(os: OperatingSystem, tunnel: Tunnel): Route[] {
  const { name, coverage } = tunnel;
  const inet6 = tunnel.inet6 ? [...WIDE6[coverage], ...tunnel.prefixes6] : [];
  const metric = os === "linux" ? 50 : null;
  const own = `10.9${tunnel.unit}.0.0/16`;
  const plain = [...WIDE[coverage], ...tunnel.prefixes, own, ...inet6].map((destination) =>
    row(os, { destination, interface: name, ...(destination.endsWith("/0") ? { metric } : {}) }),
  );
  return coverage === "table" ? [...plain, ...ownTable(os, tunnel)] : plain;
}

/** wg-quick's table with the default, or Tailscale's with single networks (macos-facts §12). */
function ownTable(os: OperatingSystem, { client, name }: Tunnel): Route[] {
  if (client === "tailscale") return [row(os, { destination: "100.100.100.100/32", interface: name, table: "52" })];
  return ["0.0.0.0/0", "::/0"].map((destination) => row(os, { destination, interface: name, table: "51820" }));
}

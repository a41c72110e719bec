import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";

/** A network that a laptop meets: 24 bits of IPv4 and 64 bits of IPv6, each with a router at 1. */
export interface Network {
  /** The first three octets. */
  readonly inet: string;
  /** The first four groups. */
  readonly inet6: string;
}

/** The networks of all worlds; in each world the laptop has joined at most three of them. */
export const NETWORKS: readonly Network[] = [
  { inet: "10.51.0", inet6: "2001:db8:51:1" },
  { inet: "172.20.10", inet6: "2001:db8:a:1" },
  { inet: "192.168.1", inet6: "2001:db8:b:1" },
  { inet: "192.168.178", inet6: "2001:db8:c:1" },
  { inet: "198.51.100", inet6: "fd00:51:100:1" },
];

/** Routers that no world is ever connected to. */
export const LOST_ROUTER = { inet: "10.99.99.1", inet6: "2001:db8:dead::1" } as const;

/** The router's link-local address as the system prints it in a row: macOS names the link. */
export function linkLocalRouter(os: OperatingSystem, name: string): string {
  return os === "darwin" ? `fe80::1%${name}` : "fe80::1";
}

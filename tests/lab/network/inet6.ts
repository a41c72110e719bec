import type { Lab } from "../lab.ts";
import { PROGRAMS } from "../room/programs.ts";
import { mustRun } from "../room/run-program.ts";
import { WIFI_INTERFACE, type WifiName } from "./addresses.ts";
import { LAPTOP_PORT } from "./wiring.ts";

/** The VPN server's IPv6 address (RFC 3849). */
export const SERVER6 = "2001:db8:113::9";

/** The two networks once more, in IPv6: the router's inside address, and the one that the laptop gets there. */
export const WIFI6 = {
  home: {
    prefix: "2001:db8:a::/64",
    router: "2001:db8:a::1",
    laptop: "2001:db8:a::2",
    wan: "2001:db8:1::2",
    upstream: "2001:db8:1::1",
    bridge: "brA",
  },
  hot: {
    prefix: "2001:db8:b::/64",
    router: "2001:db8:b::1",
    laptop: "2001:db8:b::2",
    wan: "2001:db8:2::2",
    upstream: "2001:db8:2::1",
    bridge: "brB",
  },
} as const satisfies Record<WifiName, unknown>;

/** Gives every link of the lab IPv6 addresses and takes the laptop's IPv4 away: a network that carries IPv6 alone. */
export async function goOverToInet6({ room, laptop }: Lab): Promise<void> {
  for (const namespace of ["home", "hot", "server"] as const) {
    await mustRun([...room.enter(namespace), PROGRAMS.sysctl, "-q", "-w", "net.ipv6.conf.all.forwarding=1"]);
  }
  for (const network of ["home", "hot"] as const) {
    const { prefix, router, wan, upstream } = WIFI6[network];
    await room.ip(network, [
      `addr add ${router}/64 dev lan nodad`,
      `addr add ${wan}/64 dev wan nodad`,
      `route add default via ${upstream} dev wan`,
    ]);
    await room.ip("server", [
      `addr add ${upstream}/64 dev ${network} nodad`,
      `route add ${prefix} via ${wan} dev ${network}`,
    ]);
  }
  await room.ip("server", [`addr add ${SERVER6}/128 dev lo nodad`]);
  await laptop.ip("addr", "flush", "dev", WIFI_INTERFACE, "scope", "global");
  await room.ip("client", [addAddress("home"), `route add ${defaultVia("home")}`]);
}

/** Goes over to the other network: the new address first, then the old one away. */
export async function joinInet6({ room }: Lab, from: WifiName, to: WifiName): Promise<void> {
  await room.ip("air", [`link set ${LAPTOP_PORT} master ${WIFI6[to].bridge}`]);
  await room.ip("client", [
    addAddress(to),
    `route del ${defaultVia(from)}`,
    `route add ${defaultVia(to)}`,
    `addr del ${WIFI6[from].laptop}/64 dev ${WIFI_INTERFACE}`,
  ]);
}

function addAddress(network: WifiName): string {
  return `addr add ${WIFI6[network].laptop}/64 dev ${WIFI_INTERFACE} nodad`;
}

function defaultVia(network: WifiName): string {
  return `default via ${WIFI6[network].router} dev ${WIFI_INTERFACE}`;
}

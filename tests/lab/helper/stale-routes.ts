import { mustRun } from "../room/run-program.ts";
import type { NetworkRoom } from "./network-room.ts";

/** Where the laptop was, and where it is now. */
const OLD_ROUTER = "198.51.100.1";
const ROUTER = "198.51.100.129";

/** The words of `ip route` for one route. */
export type RouteWords = readonly string[];

/** How many routes a table is to have, besides the usual few. */
export interface Amounts {
  readonly stale: number;
  readonly living: number;
}

/**
 * Lets the laptop of a bare room change its network while VPN clients hold pins: `stale` host routes through the router that
 * is gone stay, and `living` ones lead through the present one. Gives the stale ones.
 */
export async function leaveStaleRoutes(room: NetworkRoom, { stale, living }: Amounts): Promise<RouteWords[]> {
  const left = hostRoutes("203.0", stale, OLD_ROUTER);
  await runLines(room, [
    "link set lo up",
    "link add wlan0 type veth peer name air0",
    // No link-local addresses: they come when they like, and the tables are compared byte for byte.
    ...["air0", "wlan0"].flatMap((link) => [`link set ${link} addrgenmode none`, `link set ${link} up`]),
    "addr add 198.51.100.2/28 dev wlan0",
    ...left.map((words) => `route add ${words.join(" ")}`),
    "addr add 198.51.100.130/28 dev wlan0",
    "addr del 198.51.100.2/28 dev wlan0",
    `route add default via ${ROUTER} dev wlan0 metric 600`,
    ...hostRoutes("192.0", living, ROUTER).map((words) => `route add ${words.join(" ")}`),
  ]);
  return left;
}

function hostRoutes(network: string, count: number, router: string): RouteWords[] {
  return Array.from({ length: count }, (_, place) => [
    `${network}.${112 + (place >> 8)}.${place & 255}`,
    "via",
    router,
    "dev",
    "wlan0",
  ]);
}

async function runLines({ enter }: NetworkRoom, lines: readonly string[]): Promise<void> {
  await mustRun([...enter, "/usr/sbin/ip", "-batch", "-"], { stdin: lines.map((line) => `${line}\n`).join("") });
}

import type { Lab } from "../lab.ts";
import { PROGRAMS } from "../room/programs.ts";
import { WIFI, WIFI_INTERFACE } from "./addresses.ts";
import { LAPTOP_PORT } from "./wiring.ts";

/** The second network with the addresses of the first: its router has another number, the laptop gets another, too. */
export const TWIN = { router: "198.51.100.14", laptop: "198.51.100.5" } as const;

/**
 * Goes from home to a network that has the same addresses, as 192.168.1.0/24 has at home and in the café. The link is
 * lost for a moment, so the neighbour table is empty afterwards; the address is changed make-before-break.
 */
export async function joinTwinOfHome(lab: Lab): Promise<void> {
  await layTwinOfHome(lab);
  await lab.room.ip("server", [`route replace ${WIFI.home.prefix} via 192.0.2.6`]);
  await changeOver(lab, WIFI.hot.bridge, WIFI.home, TWIN);
}

/** Goes back home from there in the same way. */
export async function returnFromTwin(lab: Lab): Promise<void> {
  await lab.room.ip("server", [`route replace ${WIFI.home.prefix} via 192.0.2.2`]);
  await changeOver(lab, WIFI.home.bridge, TWIN, WIFI.home);
}

async function layTwinOfHome({ room, laptop }: Lab): Promise<void> {
  // Without this Linux drops a second address of the same network with the first; NetworkManager and systemd set it.
  await laptop.run([PROGRAMS.sysctl, "-q", "-w", `net.ipv4.conf.${WIFI_INTERFACE}.promote_secondaries=1`]);
  await room.ip("hot", [`addr replace ${TWIN.router}/28 dev lan`]);
}

interface Place {
  readonly router: string;
  readonly laptop: string;
}

async function changeOver({ room, laptop }: Lab, bridge: string, from: Place, to: Place): Promise<void> {
  await room.ip("air", [`link set ${LAPTOP_PORT} master ${bridge}`]);
  await room.ip("client", [
    `addr add ${to.laptop}/28 brd + dev ${WIFI_INTERFACE}`,
    `route replace default via ${to.router} dev ${WIFI_INTERFACE}`,
    `addr del ${from.laptop}/28 dev ${WIFI_INTERFACE}`,
    `neigh flush dev ${WIFI_INTERFACE}`,
  ]);
  // Whatever else runs on a laptop talks through the router at once.
  await laptop.run([PROGRAMS.ping, "-n", "-c", "1", "-W", "1", to.router]);
}

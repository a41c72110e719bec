import { rm } from "node:fs/promises";
import { startLaptop, type Laptop } from "./laptop/laptop.ts";
import { buildNetwork } from "./network/build-network.ts";
import { switchOnWifi, type Wifi } from "./network/wifi.ts";
import { NAMESPACES } from "./network/wiring.ts";
import { makeLabFolder, sweepLabFolders } from "./room/lab-folder.ts";
import { tracesOf } from "./room/leftovers.ts";
import { obstaclesToTheLab } from "./room/programs.ts";
import { openRoom, type Room } from "./room/room.ts";
import { waitUntil } from "./room/wait-until.ts";
import type { ServerSettings } from "./vpn/ocserv-configuration.ts";
import { makeCertificate, type Certificate } from "./vpn/certificate.ts";
import { startServer, type VpnServer } from "./vpn/server.ts";

/** A laptop in its home network, a second network to go to, and a VPN server that both reach. */
export interface Lab {
  /** The lab's own folder: configuration and logs. */
  readonly folder: string;
  readonly room: Room;
  readonly laptop: Laptop;
  readonly wifi: Wifi;
  readonly server: VpnServer;
  readonly certificate: Certificate;
  /** Ends all of it and removes the folder. Resolves when nothing is left; throws if something stays. */
  destroy(): Promise<void>;
}

/** Builds a lab, after removing what dead owners left. Throws, leaving nothing behind, if this machine cannot run one. */
export async function createLab(serverSettings: ServerSettings = {}): Promise<Lab> {
  const obstacles = obstaclesToTheLab();
  if (obstacles.length > 0) throw new Error(obstacles.join("; "));
  await sweepLabFolders();
  const room = await openRoom(NAMESPACES);
  const folder = await makeLabFolder();
  try {
    const furniture = await furnishRoom(room, folder, serverSettings);
    const destroy = (): Promise<void> => remove(room, folder, [room.keeper.pid, furniture.laptop.pid]);
    return { folder, room, destroy, ...furniture };
  } catch (error) {
    await remove(room, folder, [room.keeper.pid]);
    throw error;
  }
}

/** Ends the room and waits for the last to leave: the nsenters outside, whose programs the kernel has killed with it. */
async function remove(room: Room, folder: string, holders: readonly number[]): Promise<void> {
  const traces = tracesOf(holders, folder);
  try {
    await room.keeper.end();
    await waitUntil("no process of the lab is left", 5_000, () => traces.processes().length === 0);
    await rm(folder, { recursive: true, force: true });
  } finally {
    traces.release();
  }
}

async function furnishRoom(
  room: Room,
  folder: string,
  serverSettings: ServerSettings,
): Promise<Pick<Lab, "laptop" | "wifi" | "server" | "certificate">> {
  const [certificate, laptop] = await Promise.all([
    makeCertificate(folder),
    startLaptop(room, folder),
    buildNetwork(room),
  ]);
  const [server, wifi] = await Promise.all([
    startServer(room, folder, certificate, serverSettings),
    switchOnWifi(room),
  ]);
  return { certificate, laptop, server, wifi };
}

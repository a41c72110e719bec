import { rm } from "node:fs/promises";
import { startLaptop, type Laptop } from "./laptop/laptop.ts";
import { buildNetwork } from "./network/build-network.ts";
import { switchOnWifi, type Wifi } from "./network/wifi.ts";
import { NAMESPACES } from "./network/wiring.ts";
import { makeLabFolder, sweepLabFolders } from "./room/lab-folder.ts";
import { obstaclesToTheLab } from "./room/programs.ts";
import { openRoom, type Room } from "./room/room.ts";
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
  /** Ends all of it and removes the folder. Resolves when nothing is left. */
  destroy(): Promise<void>;
}

/** Builds a lab, after removing what dead owners left. Throws, leaving nothing behind, if this machine cannot run one. */
export async function createLab(): Promise<Lab> {
  const obstacles = obstaclesToTheLab();
  if (obstacles.length > 0) throw new Error(obstacles.join("; "));
  await sweepLabFolders();
  const room = await openRoom(NAMESPACES);
  const folder = await makeLabFolder();
  const destroy = async (): Promise<void> => {
    await room.keeper.end();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { folder, room, destroy, ...(await furnishRoom(room, folder)) };
  } catch (error) {
    await destroy();
    throw error;
  }
}

async function furnishRoom(
  room: Room,
  folder: string,
): Promise<Pick<Lab, "laptop" | "wifi" | "server" | "certificate">> {
  const [certificate, laptop] = await Promise.all([
    makeCertificate(folder),
    startLaptop(room, folder),
    buildNetwork(room),
  ]);
  const [server, wifi] = await Promise.all([startServer(room, folder, certificate), switchOnWifi(room)]);
  return { certificate, laptop, server, wifi };
}

import type { Lab } from "../lab.ts";
import { waitUntil } from "../room/wait-until.ts";
import { SERVER, WIFI, WIFI_INTERFACE } from "./addresses.ts";

/** The office's network, which one reaches by cable. */
export const ETHERNET = {
  interface: "eth0",
  prefix: "198.51.100.32/28",
  router: "198.51.100.33",
  laptop: "198.51.100.34",
} as const;

/** The laptop's Ethernet socket, with a cable in it. */
export interface Ethernet {
  /** Pulls the cable out; the network manager then takes address and routes away. */
  pullOut(): Promise<void>;
  /** Puts it in again, and the network manager gives it address and default route. */
  putIn(): Promise<void>;
}

const UPSTREAM = { server: "192.0.2.9", office: "192.0.2.10" } as const;

/** Metrics as NetworkManager gives them: the cable is preferred. */
const METRIC = { ethernet: 100, wifi: 600 } as const;

const DEFAULT = `default via ${ETHERNET.router} dev ${ETHERNET.interface} metric ${METRIC.ethernet}`;

/** Builds the office's network and plugs the laptop in, which stays in its Wi-Fi beside that. */
export async function plugInEthernet(lab: Lab): Promise<Ethernet> {
  await layCables(lab);
  const wifi = WIFI[lab.wifi.joined()];
  await lab.room.ip("client", [
    `route delete default via ${wifi.router} dev ${WIFI_INTERFACE}`,
    `route add default via ${wifi.router} dev ${WIFI_INTERFACE} metric ${METRIC.wifi}`,
  ]);
  const ethernet = ethernetOf(lab);
  await ethernet.putIn();
  return ethernet;
}

/** Adds the pin that vpnc-script makes for the cable when it connects. */
export async function pinByEthernet({ room }: Lab): Promise<void> {
  await room.ip("client", [`route replace ${DEFAULT.replace("default", SERVER)}`]);
}

function ethernetOf({ room, laptop }: Lab): Ethernet {
  return {
    async pullOut() {
      await room.ip("office", ["link set lan down"]);
      await room.ip("client", [`route delete ${DEFAULT}`, `addr flush dev ${ETHERNET.interface}`]);
    },
    async putIn() {
      await room.ip("office", ["link set lan up"]);
      await waitUntil("there is a carrier on the cable", 5_000, async () =>
        (await laptop.ip("link", "show", "dev", ETHERNET.interface)).includes("LOWER_UP"),
      );
      await room.ip("client", [
        `addr add ${ETHERNET.laptop}/28 brd + dev ${ETHERNET.interface}`,
        `route add ${DEFAULT}`,
      ]);
    },
  };
}

async function layCables({ room }: Lab): Promise<void> {
  await room.ip("office", [
    "link set lo up",
    `link add lan type veth peer name ${ETHERNET.interface} netns client`,
    "link add wan type veth peer name office netns server",
    `addr add ${ETHERNET.router}/28 dev lan`,
    `addr add ${UPSTREAM.office}/30 dev wan`,
    "link set wan up",
  ]);
  await room.ip("server", [
    `addr add ${UPSTREAM.server}/30 dev office`,
    "link set office up",
    `route add ${ETHERNET.prefix} via ${UPSTREAM.office}`,
  ]);
  await room.ip("office", [`route add default via ${UPSTREAM.server}`, "route add unreachable 10.0.0.0/8"]);
  await room.ip("client", [`link set ${ETHERNET.interface} up`]);
}

import { setTimeout as pause } from "node:timers/promises";
import type { Room } from "../room/room.ts";
import { WIFI, WIFI_INTERFACE, type WifiName } from "./addresses.ts";
import { LAPTOP_PORT } from "./wiring.ts";

/**
 * How a DHCP client changes the laptop's address. It decides what becomes of the gateway pin: Linux drops all IPv4
 * routes of an interface with its last address, so "flush-first" loses the pin and "make-before-break" leaves it stale.
 */
export type Procedure = "flush-first" | "make-before-break";

/** How long a DHCP server lets one wait: for an address, and then for a default route. Milliseconds. */
export interface LateLease {
  readonly addressAfterMs: number;
  readonly routerAfterMs: number;
}

/** The laptop's Wi-Fi. */
export interface Wifi {
  /** The network that the laptop is in. */
  joined(): WifiName;
  /** Goes over to `network` (by cable and by address); the link stays up, as when a laptop roams. */
  join(network: WifiName, procedure: Procedure): Promise<void>;
  /** As `join` by flush-first, but the new network takes its time. */
  joinLate(network: WifiName, lease: LateLease): Promise<void>;
}

/** Joins the laptop to the home network for the first time and returns its Wi-Fi. */
export async function switchOnWifi(room: Room): Promise<Wifi> {
  let current: WifiName = "home";
  const roamTo = (network: WifiName) => room.ip("air", [`link set ${LAPTOP_PORT} master ${WIFI[network].bridge}`]);
  await room.ip("client", [addAddress(current), `route add ${defaultVia(current)}`]);
  return {
    joined: () => current,
    async join(network, procedure) {
      await roamTo(network);
      await room.ip("client", PROCEDURES[procedure](current, network));
      current = network;
    },
    async joinLate(network, { addressAfterMs, routerAfterMs }) {
      await roamTo(network);
      await room.ip("client", [`addr flush dev ${WIFI_INTERFACE}`]);
      await pause(addressAfterMs);
      await room.ip("client", [addAddress(network)]);
      await pause(routerAfterMs);
      await room.ip("client", [`route add ${defaultVia(network)}`]);
      current = network;
    },
  };
}

const PROCEDURES: Record<Procedure, (from: WifiName, to: WifiName) => string[]> = {
  "flush-first": (_from, to) => [`addr flush dev ${WIFI_INTERFACE}`, addAddress(to), `route add ${defaultVia(to)}`],
  "make-before-break": (from, to) => [
    addAddress(to),
    `route replace ${defaultVia(to)}`,
    `addr del ${WIFI[from].laptop}/28 dev ${WIFI_INTERFACE}`,
  ],
};

function addAddress(network: WifiName): string {
  return `addr add ${WIFI[network].laptop}/28 brd + dev ${WIFI_INTERFACE}`;
}

// Without "src", as dhclient writes it: a pin copied from this route by vpnc-script outlives the old address.
function defaultVia(network: WifiName): string {
  return `default via ${WIFI[network].router} dev ${WIFI_INTERFACE}`;
}

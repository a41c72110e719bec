import type { BareMac } from "../world/bare-mac.ts";
import { connectTo } from "../world/packet.ts";
import type { Fate } from "../world/packet.ts";
import type { Day } from "./events.ts";

export const SERVERS = { openconnect: "222.66.117.109", openvpn: "203.0.113.20", wireguard: "198.51.100.7" } as const;
const ELSEWHERE = ["1.1.1.1", "129.0.0.1", "59.78.176.9", "10.8.0.1"];

/** A packet to an address: through which interface it leaves, null for none, and what becomes of its connection. */
export interface Packet {
  readonly address: string;
  readonly through: string | null;
  readonly fate: Fate;
}

/** Packets to the servers and to places of all kinds. */
export function packetsOf(mac: BareMac): Packet[] {
  return [...Object.values(SERVERS), ...ELSEWHERE].map((address) => packetTo(address, mac));
}

export function packetTo(address: string, mac: BareMac): Packet {
  const { out } = mac.run(["route", "-n", "get", address]);
  return { address, through: /interface: (\S+)/.exec(out)?.[1] ?? null, fate: connectTo(address, mac) };
}

/** The servers of the clients that live. */
export function serversOf({ openconnect, openvpn, wireguard }: Day): string[] {
  return [
    ...(openconnect === null ? [] : [SERVERS.openconnect]),
    ...(openvpn === null ? [] : [SERVERS.openvpn]),
    ...(wireguard === null ? [] : [SERVERS.wireguard]),
  ];
}

/** Whether all is well in truth: every living client reaches its server, and the Internet is reached or lies in a tunnel. */
export function isWell(day: Day): boolean {
  const { fate, through } = packetTo("1.1.1.1", day.mac);
  const isOpen = fate === "reached" || through?.startsWith("utun") === true;
  return isOpen && serversOf(day).every((server) => connectTo(server, day.mac) === "reached");
}

/** The servers to which a row through a card leads, by which nothing can be sent. */
export function deadPins(mac: BareMac): string[] {
  const packets = Object.values(SERVERS).map((server) => packetTo(server, mac));
  const isDead = (fate: Fate) => fate === "Can't assign requested address" || fate === "No route to host";
  return packets
    .filter(({ through, fate }) => through?.startsWith("en") === true && isDead(fate))
    .map(({ address }) => address);
}

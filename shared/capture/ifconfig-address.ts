import { formatAddress, parseAddress } from "../network/address.ts";
import type { Address } from "../network/address.ts";
import type { InterfaceAddress } from "../snapshot/interface.ts";

const INET = /^inet (\S+)(?: --> (\S+))? netmask 0x([0-9a-f]{8})(?:\s|$)/;
const INET6 = /^inet6 (\S+)(?: --> (\S+))? prefixlen (\d{1,3})(?:\s|$)/;

/** Reads an `inet` or `inet6` line of ifconfig, without its indentation; null when it is none or its values are wrong. */
export function readInterfaceAddress(text: string): InterfaceAddress | null {
  const inet6 = INET6.exec(text);
  if (inet6 !== null) return build(inet6[1], inet6[2], Number(inet6[3]));
  const inet = INET.exec(text);
  return inet === null ? null : build(inet[1], inet[2], maskLength(Number.parseInt(inet[3] ?? "", 16)));
}

function build(text = "", peerText: string | undefined, length: number): InterfaceAddress | null {
  const address = parseAddress(text);
  const peer = peerText === undefined ? null : parseAddress(peerText);
  if (address === null || (peerText !== undefined && peer?.family !== address.family)) return null;
  if (length < 0 || length > (address.family === "inet" ? 32 : 128)) return null;
  return {
    family: address.family,
    address: withoutZone(address),
    prefixLength: length,
    peer: peer === null ? null : withoutZone(peer),
  };
}

function withoutZone(address: Address): string {
  return formatAddress({ ...address, zone: null });
}

/** Number of leading one bits, -1 when one bits follow a zero. */
function maskLength(mask: number): number {
  const bits = mask.toString(2).padStart(32, "0");
  const length = bits.lastIndexOf("1") + 1;
  return bits.slice(0, length).includes("0") ? -1 : length;
}

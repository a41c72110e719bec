import type { Interface } from "../snapshot/interface.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";
import type { Process } from "../snapshot/process.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { parseAddress } from "./address.ts";
import { isLinkLocalAddress } from "./special-prefixes.ts";
import { isGuestBridge, isLoopbackInterface, isTunnelInterface } from "./tunnel-names.ts";

/** What a `ppp` interface is: the line of a provider, the tunnel of a VPN, or not to be told from what was seen. */
export type DialUp = "uplink" | "tunnel" | "unknown";

const PPP = /^ppp\d/;
/** Programs that make a `ppp` interface for a VPN (macos-facts §8); pppd itself makes it for both. */
const VPN_PROGRAMS = /(?:^|\/)(?:openfortivpn|xl2tpd|pptp|sstpc|nm-(?:l2tp|pptp|sstp|fortisslvpn)-service)$/;

/** Whether the interface has the name of a dial-up link, which providers (PPPoE, mobile modems) and VPNs use. */
export function isDialUpName(name: string): boolean {
  return PPP.test(name);
}

/**
 * What a `ppp` interface is used for. A VPN's tunnel lies over another network, so some card has an address; the line of a
 * provider is the only way there is.
 */
export function dialUpUse(name: string, snapshot: Snapshot): DialUp {
  if (!isDialUpName(name)) return "tunnel";
  if (!isComplete(snapshot.interfaces) || !isComplete(snapshot.processes)) return "unknown";
  const interfaces = valuesOf(snapshot.interfaces);
  const isUp = interfaces.some((entry) => entry.name === name && entry.up && hasAddress(entry));
  const isUnder = (entry: Interface) => isCard(entry, snapshot) && hasAddress(entry);
  return isUp && !interfaces.some(isUnder) && !valuesOf(snapshot.processes).some(makesTunnel) ? "uplink" : "tunnel";
}

function isCard(entry: Interface, snapshot: Snapshot): boolean {
  const { name } = entry;
  return !isTunnelInterface(name, entry, snapshot.os) && !isLoopbackInterface(name) && !isGuestBridge(name);
}

// A card of its own over which the line runs has none, or one that it gave to itself.
function hasAddress({ addresses }: Interface): boolean {
  return addresses.some(({ family, address }) => {
    const parsed = family === "inet" ? parseAddress(address) : null;
    return parsed !== null && !isLinkLocalAddress(parsed);
  });
}

function makesTunnel({ executable, arguments: words }: Process): boolean {
  return VPN_PROGRAMS.test(executable ?? words[0] ?? "");
}

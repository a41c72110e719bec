import type { Pseudonyms } from "./pseudonyms.ts";

/** Names that macOS itself gives to network services and ports. All others were chosen by people, or name a product. */
const GIVEN_BY_SYSTEM =
  /^(?:Wi-Fi|AirPort|Ethernet(?: Adaptor| Adapter)?(?: \(?en\d+\)?)?|(?:Apple |Display |Thunderbolt )Ethernet(?: Slot \d+(?:, Port \d+)?)?|Thunderbolt Bridge|Thunderbolt \d|USB Ethernet|USB 10\/100(?:\/1000)?(?:\/2500)?(?:\/1G\/2\.5G)? LAN|iPhone USB|iPad USB|Bluetooth PAN|FireWire|Thunderbolt FireWire|PPPoE|L2TP|PPTP|VPN|IKEv2|Mac|Bridge|Modem|-?)(?: \d+)?$/;

/** The name of a network service; names that the system gives stay. */
export function serviceName(name: string, pseudonyms: Pseudonyms): string {
  return GIVEN_BY_SYSTEM.test(name) ? name : pseudonyms.name("network", name);
}

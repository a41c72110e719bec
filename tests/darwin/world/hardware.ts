import type { Link } from "./kernel/link.ts";
import { card, FIXED_LINKS, utun } from "./kernel/link.ts";

/** The interfaces that a Mac starts with, and who holds its tunnels. */
export interface Hardware {
  readonly links: readonly Link[];
  /** Names of tunnels by the pid of their owner. */
  readonly tunnels: Readonly<Record<number, readonly string[]>>;
  /** Index of utun0; the others follow it. */
  readonly firstTunnelIndex: number;
}

const LOOPBACK_ADDRESSES = [
  { family: "inet", address: "127.0.0.1", length: 8 },
  { family: "inet6", address: "::1", length: 128 },
  { family: "inet6", address: "fe80::1%lo0", length: 64 },
] as const;

/** What every Mac has from the start. */
function fixedLinks(): Link[] {
  return FIXED_LINKS.map((link) => (link.name === "lo0" ? { ...link, addresses: [...LOOPBACK_ADDRESSES] } : link));
}

/** One of Apple's own tunnels: a link-local address and nothing else (macos-facts §7). */
function appleTunnel(number: number, first: number, mtu: number, address: string): Link {
  const name = `utun${number}`;
  const addresses = [{ family: "inet6" as const, address: `${address}%${name}`, length: 64 }];
  return { ...utun(number, first + number, mtu), nd6: true, addresses };
}

function linkLocal(name: string, address: string, remark?: string) {
  return [{ family: "inet6" as const, address: `${address}%${name}`, length: 64, ...(remark && { remark }) }];
}

const PEER_MAC = "de:1f:aa:73:05:09";
const PEER_ADDRESS = "fe80::dc1f:aaff:fe73:509";

/** The Mac of the story: Wi-Fi, AirDrop's two interfaces, eight tunnels of Apple's services; utun6 is free (capture 04). */
export const STUDENTS_MAC: Hardware = {
  links: [
    ...fixedLinks(),
    card("en0", 16, "a2:4c:5e:11:d0:73", { addresses: linkLocal("en0", "fe80::1c2b:7e1d:9a33:40f2", "secured") }),
    card("awdl0", 17, PEER_MAC, { addresses: linkLocal("awdl0", PEER_ADDRESS), status: "active" }),
    card("llw0", 18, PEER_MAC, {
      addresses: linkLocal("llw0", PEER_ADDRESS),
      options: "400<CHANNEL_IO>",
      media: "autoselect (none)",
      status: null,
    }),
    appleTunnel(0, 19, 1500, "fe80::9200:90cb:9c38:caeb"),
    appleTunnel(1, 19, 1380, "fe80::59e:43b4:6a1d:c95f"),
    appleTunnel(2, 19, 2000, "fe80::92ee:45eb:818d:1edf"),
    appleTunnel(3, 19, 1000, "fe80::ce81:b1c:bd2c:69e"),
    appleTunnel(4, 19, 1380, "fe80::c288:4830:dda0:ffb0"),
    appleTunnel(5, 19, 1380, "fe80::2884:cd7b:5486:13ff"),
    appleTunnel(7, 19, 1380, "fe80::1ea0:139b:8b4a:952"),
    appleTunnel(8, 19, 1380, "fe80::94db:75b4:be61:c715"),
  ],
  tunnels: { 611: ["utun0"], 586: ["utun1", "utun2", "utun3", "utun4", "utun5", "utun7", "utun8"] },
  firstTunnelIndex: 19,
};

/** Another Mac, with four tunnels of Apple's; `wifiIndex` is the index of en0 (captures 58 and 10). */
export function spareMac(wifiIndex = 15): Hardware {
  return {
    links: [
      ...fixedLinks(),
      card("en0", wifiIndex, "a2:1d:47:c0:3b:9e", {
        addresses: linkLocal("en0", "fe80::8a1:5e1:c2f7:1b02", "secured"),
      }),
      appleTunnel(0, 19, 1500, "fe80::4a3a:91c0:6e2d:1f05"),
      appleTunnel(1, 19, 1380, "fe80::59e:1ad2:77c1:90aa"),
      appleTunnel(2, 19, 2000, "fe80::92ee:70:4b1d:c6e2"),
      appleTunnel(3, 19, 1000, "fe80::ce81:b1c:bd2c:69e"),
    ],
    tunnels: { 611: ["utun0"], 586: ["utun1", "utun2", "utun3"] },
    firstTunnelIndex: 19,
  };
}

/** The adapter for a cable. */
export const USB_ETHERNET: Link = card("en7", 9, "a2:31:8e:16:90:d5", {
  addresses: linkLocal("en7", "fe80::4b:f1aa:24f7:11c2", "secured"),
  media: "1000baseT <full-duplex>",
});

import { describe, expect, it } from "vitest";
import { recordedText } from "./recorded-text.ts";
import { openTunnel } from "./world/clients/open-tunnel.ts";
import { startOpenvpn } from "./world/clients/openvpn.ts";
import { startWgQuick } from "./world/clients/wg-quick.ts";
import { spareMac } from "./world/hardware.ts";
import { createMac } from "./world/mac.ts";
import type { Mac } from "./world/mac.ts";
import { HOME, HOTSPOT } from "./world/network.ts";

/** The hotspot of the captures that do not show the seed's machine. */
const OTHER_HOTSPOT = {
  ...HOTSPOT,
  address: "172.20.10.4",
  routerLinkAddress: "b6:52:4f:cc:a7:64",
  routerExpires: 1187,
};

async function printedAfter(wifiIndex: number, events: (mac: Mac) => void): Promise<string> {
  const mac = await createMac({ hardware: spareMac(wifiIndex) });
  try {
    mac.joins(HOME);
    events(mac);
    return mac.run(["netstat", "-rn", "-f", "inet"]).out;
  } finally {
    await mac.close();
  }
}

/** The IPv4 part of a recorded table. */
function recordedInet(name: string): string {
  return recordedText(name, "routes.txt").replace(/\nInternet6:[\s\S]*$/, "");
}

describe("the tables of other clients are those that were recorded, byte for byte", () => {
  it("OpenVPN with all traffic (capture 10)", async () => {
    expect(await printedAfter(11, startOpenvpn)).toBe(recordedInet("10-openvpn-def1-full-tunnel"));
  });

  it("OpenVPN that gave up root, killed after a switch (capture 11)", async () => {
    const printed = await printedAfter(11, (mac) => {
      const vpn = startOpenvpn(mac, { asNobody: true });
      mac.joins(OTHER_HOTSPOT);
      vpn.stops();
    });
    expect(printed).toBe(recordedInet("11-openvpn-def1-stale-net-pin"));
  });

  it("wg-quick with all traffic (capture 13)", async () => {
    const printed = await printedAfter(15, (mac) => {
      // utun4 is somebody else's there.
      openTunnel(mac, 586, 1380);
      startWgQuick(mac);
    });
    expect(printed).toBe(recordedInet("13-wg-quick-full-tunnel"));
  });

  it("wg-quick killed, then another network (capture 14)", async () => {
    const printed = await printedAfter(15, (mac) => {
      startWgQuick(mac).isKilled();
      mac.joins(OTHER_HOTSPOT);
    });
    expect(printed).toBe(recordedInet("14-wg-quick-killed-leftovers"));
  });

  it("wg-quick killed while there was no network: its endpoint stays blackholed (capture 206)", async () => {
    const printed = await printedAfter(15, (mac) => {
      const vpn = startWgQuick(mac);
      mac.leaves();
      vpn.isKilled();
      mac.joins(OTHER_HOTSPOT);
    });
    // The Mac of that capture has not joined the group of UPnP.
    const rows = printed.split("\n").filter((line) => !line.startsWith("239.255.255.250"));
    expect(rows.join("\n")).toBe(recordedInet("206-blackholed-endpoint-left"));
  });
});

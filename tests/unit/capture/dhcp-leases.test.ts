import { describe, expect, it } from "vitest";
import { isLeaseLine } from "../../../shared/capture/dhcp-leases.ts";
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import { observedValue } from "../../support/observed-value.ts";
import { readOutput, refusalOf } from "../../support/read-output.ts";

const hints = (source: string, text: string) => observedValue(readOutput(source, text, "linux").routerHints);
const lease = (device: string, router: string, leasedAddress: string) => ({
  interface: device,
  router,
  origin: "dhcp",
  leasedAddress,
});

const DHCLIENT = `lease {
  interface "wlan0";
  fixed-address 10.51.23.7;
  option subnet-mask 255.255.255.0;
  option routers 10.51.0.1;
  renew 1 2026/08/17 20:00:00;
}
lease {
  interface "wlan0";
  fixed-address 172.20.10.2;
  option routers 172.20.10.1, 172.20.10.14;
  option host-name "laptop";
}
lease {
  interface "usb0";
  fixed-address 192.168.42.3;
}
`;

describe("the router that DHCP told a Linux machine", () => {
  it("is in dhclient's leases, the newest first, each with the address that it came with", () => {
    expect(hints("file:/var/lib/dhcp/dhclient.wlan0.leases", DHCLIENT)).toEqual([
      lease("wlan0", "172.20.10.1", "172.20.10.2"),
      lease("wlan0", "10.51.0.1", "10.51.23.7"),
    ]);
  });

  it("is read from these files without what else they say", () => {
    const kept = DHCLIENT.split("\n").filter(isLeaseLine).join("\n");
    expect(kept).not.toMatch(/host-name|subnet-mask|renew/);
    expect(hints("file:/var/lib/dhclient/dhclient.leases", kept)).toHaveLength(2);
  });

  it("is in the lease of systemd-networkd, for the interface of that index", () => {
    const text =
      "# This is private data. Do not parse.\nADDRESS=192.168.1.23\nNETMASK=255.255.255.0\nROUTER=192.168.1.1\n";
    const file = (source: string, content: string) => ({
      name: source,
      source,
      content: { read: true as const, text: content },
    });
    const links = JSON.stringify([{ ifindex: 3, ifname: "wlan0", flags: ["UP", "LOWER_UP"], link_type: "ether" }]);
    const read = (index: number) =>
      snapshotOf({
        os: "linux",
        osVersion: null,
        takenAt: null,
        files: [file(`file:/run/systemd/netif/leases/${index}`, text), file("ip -j -d link", links)],
      }).snapshot.routerHints;
    expect(observedValue(read(3))).toEqual([lease("wlan0", "192.168.1.1", "192.168.1.23")]);
    expect(read(4)).toMatchObject({ partial: true, value: [] });
  });

  it("is known to NetworkManager while it holds the lease", () => {
    const text = `GENERAL.DEVICE:wlan0
DHCP4.OPTION[1]:dhcp_lease_time = 86400
DHCP4.OPTION[2]:domain_search = lan\\:home
DHCP4.OPTION[3]:ip_address = 192.168.1.23
DHCP4.OPTION[4]:routers = 192.168.1.1

GENERAL.DEVICE:lo
`;
    const source = "nmcli -t -f GENERAL.DEVICE,DHCP4.OPTION device show";
    expect(hints(source, text)).toEqual([lease("wlan0", "192.168.1.1", "192.168.1.23")]);
    expect(refusalOf(source, "Error: NetworkManager is not running.\n", "linux")).toBe("1: bad-line");
  });
});

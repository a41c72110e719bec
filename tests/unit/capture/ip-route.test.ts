import { describe, expect, it } from "vitest";
import { recordedCapture } from "../../captures/recorded-captures.ts";
import { linuxRoute } from "../../support/example-route.ts";
import { observedValue } from "../../support/observed-value.ts";
import { readOutput, refusalOf } from "../../support/read-output.ts";

const ALL = "ip -4 -j route show table all";
const MIXED = "ip -j route show table all";

const read = (text: string, source = ALL) => observedValue(readOutput(source, text, "linux").inetRoutes);
const read6 = (text: string, source = MIXED) => observedValue(readOutput(source, text, "linux").inet6Routes);
const readOne = (row: object) => read(JSON.stringify([row]))[0];
const hop = (gateway: string, flags: string[]) => ({ gateway, dev: "a0", weight: 1, flags });
const refusal = (rows: unknown) => refusalOf(ALL, JSON.stringify(rows), "linux");

describe("ip -j route", () => {
  it("reads a gateway pin with its source address", () => {
    const pin = { dst: "203.0.113.9", gateway: "198.51.100.1", dev: "wlan0", prefsrc: "198.51.100.2", flags: [] };
    expect(readOne(pin)).toEqual(linuxRoute({ source: "198.51.100.2" }));
  });

  it("reads default, table, metric, protocol and scope", () => {
    const row = {
      dst: "default",
      gateway: "10.1.0.1",
      dev: "a0",
      protocol: "dhcp",
      metric: 600,
      table: "52",
      scope: "global",
    };
    expect(readOne(row)).toMatchObject({
      destination: "0.0.0.0/0",
      host: false,
      table: "52",
      metric: 600,
      protocol: "dhcp",
      scope: "global",
    });
  });

  it("takes a row without gateway for on-link, and one without device for nobody's", () => {
    expect(readOne({ dst: "10.0.0.0/8", dev: "tun0", scope: "link", flags: ["linkdown"] })).toMatchObject({
      gateway: "link",
      interface: "tun0",
      flags: ["linkdown"],
    });
    expect(readOne({ type: "blackhole", dst: "10.6.0.0/16", flags: [] })).toMatchObject({
      type: "blackhole",
      interface: null,
    });
  });

  it("keeps plain metrics and names those that cannot be given back as they were printed", () => {
    const metrics = [{ mtu: 1400, advmss: 1300, rtt: 5, ecn: null, congestion: "reno" }];
    const route = readOne({ dst: "10.5.0.0/16", gateway: "10.1.0.4", dev: "a0", flags: ["onlink"], metrics });
    expect(route).toMatchObject({ metrics: { mtu: 1400, advmss: 1300 }, unmodelled: ["rtt", "ecn", "congestion"] });
  });

  it("names every attribute that would be lost if the row were removed and added again", () => {
    expect(
      readOne({ dst: "10.4.0.0/16", tos: "0x10", gateway: "10.1.0.4", dev: "a0", flow: { from: "1", to: "2" } })
        ?.unmodelled,
    ).toEqual(["tos", "flow"]);
    expect(
      readOne({ dst: "10.11.0.0/16", nhid: 7, gateway: "10.1.0.9", dev: "a0", nh_info: {}, used: 3 })?.unmodelled,
    ).toEqual(["nhid"]);
    expect(readOne({ dst: "10.3.0.0/16", via: { family: "inet6", host: "fe80::9" }, dev: "a0" })).toMatchObject({
      gateway: "fe80::9",
      unmodelled: ["via"],
    });
  });

  it("shows a multipath row by a next hop that lives", () => {
    const row = {
      dst: "10.2.0.0/16",
      flags: [],
      nexthops: [hop("10.1.0.1", ["dead", "linkdown"]), hop("10.1.0.3", [])],
    };
    expect(readOne(row)).toMatchObject({ gateway: "10.1.0.3", interface: "a0", multipath: true, flags: [] });
  });

  it("tells the families of the mixed table apart, also for defaults without a gateway", () => {
    const text = JSON.stringify([
      { dst: "default", dev: "tun0", scope: "link", flags: [] },
      { dst: "default", dev: "tun0", metric: 1024, flags: [], pref: "medium" },
      { dst: "default", gateway: "fe80::1", dev: "a0", protocol: "ra", metric: 1024, expires: 99, pref: "high" },
      { dst: "2001:db8::/32", type: "unreachable", dev: "lo", metric: 1024, pref: "medium" },
    ]);
    expect(read(text, MIXED).map((route) => route.destination)).toEqual(["0.0.0.0/0"]);
    expect(read6(text).map((route) => `${route.destination} ${route.gateway}`)).toEqual([
      "::/0 link",
      "::/0 fe80::1",
      "2001:db8::/32 link",
    ]);
    expect(read6(text)[1]).toMatchObject({ preference: "high", unmodelled: ["expires"] });
  });

  it("reads the same from the mixed table as from those of one family, in every recorded capture of Linux", () => {
    for (const name of [
      "77-linux-openconnect-healthy",
      "90-linux-two-vpns-default",
      "91-linux-docker-libvirt-baseline",
    ]) {
      const texts = new Map(recordedCapture(name).capture.files.map((file) => [file.source, file.content]));
      const textOf = (source: string) => {
        const content = texts.get(source);
        return content?.read === true ? content.text : "";
      };
      expect(read(textOf(MIXED), MIXED)).toEqual(read(textOf(ALL)));
      expect(read6(textOf(MIXED))).toEqual(
        read6(textOf("ip -6 -j route show table all"), "ip -6 -j route show table all"),
      );
    }
  });

  it.each([
    "ip -j -4 ro",
    "ip -4 -json route list",
    "/sbin/ip -details -f inet -j r s table 52",
    "LC_ALL=C ip -j -4 route show dev wlan0",
  ])("reads `%s`, which shows only a part", (source) => {
    expect(readOutput(source, '[{"dst":"default","dev":"tun0"}]', "linux").inetRoutes).toMatchObject({
      observed: true,
      partial: true,
    });
  });

  it("says nothing about IPv6 when it was asked for IPv4, nor from the main table alone", () => {
    expect(readOutput(ALL, "[]", "linux").inet6Routes).toBeUndefined();
    expect(readOutput("ip -j route", "[]", "linux").inet6Routes).toBeUndefined();
  });

  it("knows the other forms beside it and takes nothing from them", () => {
    for (const source of [
      "ip route get 203.0.113.9",
      "ip -ts monitor label all",
      "ip -j -N route",
      "ip -o route",
      "ip -br addr",
      "ip -s link",
    ]) {
      expect(readOutput(source, "default via 10.1.0.1 dev a0", "linux")).toEqual({});
    }
  });

  it("refuses what is not a table, with place and reason", () => {
    expect(refusalOf(ALL, '[{"dst":"default","gate', "linux")).toBe("1: bad-json");
    expect(refusalOf(ALL, '[{"dst":"default"},\n{"dst" "10.0.0.0/8"}]', "linux")).toBe("2: bad-json");
    expect(refusalOf(ALL, "Error: ipv4: FIB table does not exist.", "linux")).toBe("1: bad-json");
    expect(refusal({ dst: "default" })).toMatch(/^0: bad-shape/);
    expect(refusal([{ gateway: "10.0.0.1" }])).toBe("0: bad-shape:0.dst");
    expect(refusal([{ dst: "10.0.0.1/8" }])).toBe("0: bad-destination:10.0.0.1/8");
    expect(refusal([{ dst: "2001:db8::/32" }])).toBe("0: bad-destination:2001:db8::/32");
    expect(refusal([{ dst: "default", gateway: "010.0.0.1" }])).toBe("0: bad-gateway:010.0.0.1");
    expect(refusal([{ dst: "default", type: "7" }])).toBe("0: unknown-type:7");
  });
});

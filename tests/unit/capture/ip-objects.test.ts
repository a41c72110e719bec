import { describe, expect, it } from "vitest";
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import { recordedCapture } from "../../captures/recorded-captures.ts";
import { observedValue } from "../../support/observed-value.ts";
import { readOutput, refusalOf } from "../../support/read-output.ts";

const TUN = {
  ifindex: 3,
  ifname: "tun0",
  flags: ["NO-CARRIER", "POINTOPOINT", "MULTICAST", "NOARP", "UP"],
  mtu: 1500,
  linkinfo: { info_kind: "tun", info_data: { type: "tun", persist: true } },
};

const links = (rows: unknown, source = "ip -j -d link") => readOutput(source, JSON.stringify(rows), "linux").interfaces;
const rules = (rows: unknown, source = "ip -j rule") => readOutput(source, JSON.stringify(rows), "linux").rules;
const neighbours = (rows: unknown, source = "ip -j neigh") =>
  readOutput(source, JSON.stringify(rows), "linux").neighbours;

describe("ip -j link and ip -j addr", () => {
  it("reads kind, persistence and a lost carrier of a tunnel", () => {
    expect(observedValue(links([TUN]))).toEqual([
      {
        name: "tun0",
        index: 3,
        up: true,
        carrier: false,
        loopback: false,
        pointToPoint: true,
        kind: "tun",
        persistent: true,
        mtu: 1500,
        linkAddress: null,
        addresses: [],
      },
    ]);
  });

  it("reads addresses with their peer", () => {
    const info = [{ family: "inet", local: "10.9.0.1", address: "10.9.0.2", prefixlen: 32 }];
    expect(observedValue(links([{ ...TUN, addr_info: info }], "ip -j addr"))[0]?.addresses).toEqual([
      { family: "inet", address: "10.9.0.1", prefixLength: 32, peer: "10.9.0.2" },
    ]);
  });

  it("knows that links alone do not tell the addresses, and that a selection is not all", () => {
    expect(links([TUN])).toMatchObject({ partial: true });
    expect(links([TUN, {}], "ip -4 -j addr")).toMatchObject({ partial: true, value: [{ name: "tun0" }] });
    expect(links([TUN], "ip -j addr show dev tun0")).toMatchObject({ partial: true });
    expect(links([TUN], "ip -j addr show")).toMatchObject({ partial: false });
  });

  it("joins links and addresses of a capture", () => {
    const { snapshot } = snapshotOf(recordedCapture("77-linux-openconnect-healthy").capture);
    expect(snapshot.interfaces).toMatchObject({ partial: false });
    expect(observedValue(snapshot.interfaces).find((entry) => entry.name === "tun0")).toMatchObject({
      kind: "tun",
      persistent: false,
      addresses: [{ address: "172.20.151.1", prefixLength: 32 }],
    });
  });

  it("refuses an address that is none", () => {
    const info = [{ family: "inet", local: "10.9.0", prefixlen: 32 }];
    expect(refusalOf("ip -j addr", JSON.stringify([{ ...TUN, addr_info: info }]), "linux")).toBe(
      "0: bad-address:10.9.0",
    );
    expect(refusalOf("ip -j link", "[{}, 5]", "linux")).toMatch(/^0: bad-shape/);
  });
});

describe("ip -j rule", () => {
  it("reads marks, negation and suppression as wg-quick and Tailscale set them", () => {
    const read = observedValue(
      rules([
        { priority: 5250, src: "all", fwmark: "0x80000", fwmask: "0xff0000", action: "unreachable" },
        { priority: 32764, src: "all", table: "main", suppress_prefixlen: 0 },
        { priority: 32765, not: null, src: "all", fwmark: "0xca6c", table: "51820" },
      ]),
    );
    expect(read[0]).toMatchObject({
      table: null,
      action: "unreachable",
      firewallMark: "0x80000",
      firewallMask: "0xff0000",
    });
    expect(read[1]).toMatchObject({ table: "main", suppressPrefixLength: 0, negated: false });
    expect(read[2]).toMatchObject({ table: "51820", negated: true, family: "inet" });
  });

  it("reads sources, destinations and devices, and IPv6 when asked for", () => {
    const row = {
      priority: 9,
      src: "fd01::",
      srclen: 64,
      dst: "2001:db8::",
      dstlen: 32,
      iif: "lo",
      oif: "a0",
      goto: 100,
    };
    expect(observedValue(rules([row], "ip -6 -j rule"))[0]).toMatchObject({
      family: "inet6",
      source: "fd01::/64",
      destination: "2001:db8::/32",
      inputInterface: "lo",
      outputInterface: "a0",
      action: "goto",
      gotoPriority: 100,
    });
  });

  it("leaves out a rule that selects by what it cannot model, and says that something is left out", () => {
    const byUser = { priority: 99, src: "all", uid_start: 5, uid_end: 10, table: "9" };
    const main = { priority: 32766, src: "all", table: "main", protocol: "kernel" };
    expect(rules([byUser, main])).toMatchObject({ partial: true, value: [{ table: "main" }] });
    expect(rules([main])).toMatchObject({ partial: false });
  });
});

describe("ip -j neigh", () => {
  it("reads state, link address and router mark, and no proxy entries", () => {
    const rows = [
      { dst: "10.1.0.1", dev: "a0", lladdr: "02:00:00:00:00:01", state: ["PERMANENT"] },
      { dst: "fe80::1", dev: "a0", lladdr: "02:00:00:00:00:02", router: null, state: ["REACHABLE"] },
      { dst: "10.1.0.9", dev: "a0", state: ["FAILED"] },
      { dst: "10.1.0.77", dev: "a0", proxy: null },
    ];
    expect(observedValue(neighbours(rows))).toEqual([
      { address: "10.1.0.1", interface: "a0", linkAddress: "02:00:00:00:00:01", state: "permanent", router: false },
      { address: "fe80::1", interface: "a0", linkAddress: "02:00:00:00:00:02", state: "reachable", router: true },
      { address: "10.1.0.9", interface: "a0", linkAddress: null, state: "failed", router: false },
    ]);
  });
});

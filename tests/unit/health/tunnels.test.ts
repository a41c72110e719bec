import { describe, expect, it } from "vitest";
import { factsOf } from "../../../shared/health/facts.ts";
import { livingTunnels, tunnelOwnership, vpnTunnels } from "../../../shared/health/tunnels.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import type { Interface } from "../../../shared/snapshot/interface.ts";
import { unobserved } from "../../../shared/snapshot/part.ts";
import { darwinRoute } from "../../support/example-route.ts";
import { intoTun, intoUtun } from "../../support/machine-rows.ts";
import { card, running, snapshotOfMachine, tunnel } from "../../support/machine.ts";
import type { Machine } from "../../support/machine.ts";

const onLinux = (machine: Machine) => factsOf(snapshotOfMachine("linux", machine), EMPTY_HISTORY);
const onMac = (machine: Machine) => factsOf(snapshotOfMachine("darwin", machine), EMPTY_HISTORY);
const tun = (changes: Partial<Interface>) => tunnel("tun0", ["10.8.0.6/32"], changes);

describe("who holds a tunnel of Linux", () => {
  it.each([
    ["somebody, for the device is not persistent", tun({ persistent: false, carrier: false }), "alive"],
    ["somebody, for WireGuard is in the kernel", tun({ kind: "wireguard", persistent: null }), "alive"],
    ["nobody, for it has no carrier", tun({ persistent: true, carrier: false }), "gone"],
    ["nobody, for all owners are known", tun({ persistent: true, carrier: true }), "gone"],
    [
      "nobody knows: it is switched off, so its carrier says nothing",
      tun({ persistent: null, up: false, carrier: false }),
      "unknown",
    ],
    ["nobody knows: a ppp device shows no opener", tun({ kind: "ppp", persistent: null, carrier: false }), "unknown"],
  ])("%s", (_what, device, expected) => {
    expect(tunnelOwnership(onLinux({ interfaces: [device] }), "tun0")).toBe(expected);
  });

  it("is unknown for a persistent device with carrier when the owners were not seen", () => {
    const snapshot = snapshotOfMachine("linux", { interfaces: [tun({ persistent: true, carrier: true })] });
    const facts = factsOf({ ...snapshot, tunnelOwners: unobserved("not-permitted") }, EMPTY_HISTORY);
    expect(tunnelOwnership(facts, "tun0")).toBe("unknown");
  });

  it("is the one who was seen to, whatever the device says", () => {
    const facts = onLinux({
      interfaces: [tun({ persistent: true, carrier: false })],
      tunnelOwners: [{ interface: "tun0", pid: 1 }],
    });
    expect(tunnelOwnership(facts, "tun0")).toBe("alive");
  });
});

describe("who holds a tunnel of macOS", () => {
  it("is somebody for every utun that exists, and nobody for one that does not", () => {
    expect(tunnelOwnership(onMac({ interfaces: [tunnel("utun6", [])] }), "utun6")).toBe("alive");
    expect(tunnelOwnership(onMac({ interfaces: [tunnel("utun6", [])] }), "utun7")).toBe("gone");
  });

  it("is ZeroTier for a feth while it runs, and nobody afterwards: the system keeps the device", () => {
    const machine = { interfaces: [tunnel("feth4913", ["172.17.3.9/16"])] };
    const zerotier = running("/Library/Application Support/ZeroTier/One/zerotier-one -d");
    expect(tunnelOwnership(onMac({ ...machine, processes: [zerotier] }), "feth4913")).toBe("alive");
    expect(tunnelOwnership(onMac({ ...machine, processes: [running("openvpn --config x")] }), "feth4913")).toBe("gone");
  });

  it("is unknown for the old tun while a client runs", () => {
    const interfaces = [card("tun0", ["10.8.0.6/32"])];
    expect(tunnelOwnership(onMac({ interfaces, processes: [running("openvpn --config x")] }), "tun0")).toBe("unknown");
    expect(tunnelOwnership(onMac({ interfaces }), "tun0")).toBe("gone");
  });
});

describe("a tunnel that carries a VPN", () => {
  it("has an address beyond the link, or routes", () => {
    const facts = onMac({
      interfaces: [
        tunnel("utun0", ["fe80::1/64"]),
        tunnel("utun4", ["fe80::4/64"]),
        tunnel("utun6", ["172.20.151.1/32"]),
      ],
      routes: [
        intoUtun("10.20.0.0/16", "utun4"),
        darwinRoute({
          family: "inet6",
          destination: "::/0",
          gateway: "fe80::%utun0",
          interface: "utun0",
          scoped: true,
          host: false,
        }),
      ],
    });
    expect(vpnTunnels(facts)).toEqual(["utun4", "utun6"]);
  });

  it("may route by a table of its own", () => {
    const interfaces = [tunnel("wg0", [], { kind: "wireguard" })];
    expect(vpnTunnels(onLinux({ interfaces, routes: [{ ...intoTun("0.0.0.0/0", "wg0"), table: "51820" }] }))).toEqual([
      "wg0",
    ]);
  });

  it("lives unless it is known to be gone", () => {
    const interfaces = [tun({ persistent: true, carrier: false }), tunnel("tun1", ["10.9.0.6/32"])];
    expect(livingTunnels(onLinux({ interfaces }))).toEqual(["tun1"]);
  });
});

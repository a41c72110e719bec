import { describe, expect, it } from "vitest";
import { assess } from "../../../shared/health/assess.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { dialUpUse } from "../../../shared/network/dial-up.ts";
import { partlyObserved } from "../../../shared/snapshot/part.ts";
import type { Process } from "../../../shared/snapshot/process.ts";
import { darwinRoute, linuxRoute } from "../../support/example-route.ts";
import { intoUtun } from "../../support/machine-rows.ts";
import { card, running, snapshotOfMachine, tunnel } from "../../support/machine.ts";
import type { Machine } from "../../support/machine.ts";

const line = card("ppp0", ["198.51.100.77/32"], { pointToPoint: true, carrier: null, linkAddress: null });
const bare = card("en0", ["169.254.7.8/16", "fe80::1/64"]);
const wifi = card("en1", ["192.168.1.23/24"]);
const use = (machine: Machine) => dialUpUse("ppp0", snapshotOfMachine("darwin", machine));

describe("a ppp interface", () => {
  it("is the line of a provider when no card has an address that it could lie over", () => {
    expect(use({ interfaces: [line, bare] })).toBe("uplink");
    expect(use({ interfaces: [line, card("bridge100", ["192.168.64.1/24"])] })).toBe("uplink");
  });

  it("is a VPN's tunnel over a network, or beside a program that makes such tunnels", () => {
    expect(use({ interfaces: [line, wifi] })).toBe("tunnel");
    expect(use({ interfaces: [line, bare], processes: [running("/usr/local/bin/openfortivpn vpn.example.com")] })).toBe(
      "tunnel",
    );
  });

  it("is not known to be either while interfaces or processes were not seen in full", () => {
    const snapshot = snapshotOfMachine("darwin", { interfaces: [line, bare] });
    expect(dialUpUse("ppp0", { ...snapshot, processes: partlyObserved<Process[]>([]) })).toBe("unknown");
    expect(dialUpUse("ppp0", { ...snapshot, interfaces: partlyObserved([line]) })).toBe("unknown");
  });
});

describe("a machine whose way out is a dial-up line", () => {
  const rows = [
    darwinRoute({ destination: "0.0.0.0/0", gateway: "100.65.0.1", interface: "ppp0", host: false }),
    darwinRoute({ destination: "203.0.113.9/32", gateway: "100.65.0.1", interface: "ppp0" }),
  ];
  const stateOf = (os: "darwin" | "linux", machine: Machine) =>
    assess(snapshotOfMachine(os, machine), EMPTY_HISTORY).state;

  it("has no VPN by that", () => {
    expect(stateOf("darwin", { interfaces: [line, bare], routes: rows.slice(0, 1) })).toBe("off");
    const modem = { ...line, kind: "ppp" };
    const route = linuxRoute({ destination: "0.0.0.0/0", gateway: "link", interface: "ppp0", host: false });
    expect(stateOf("linux", { interfaces: [modem], routes: [route] })).toBe("off");
  });

  it("has one when a client's tunnel lies over the line, and its pin there works whatever its next hop", () => {
    const machine = {
      interfaces: [line, bare, tunnel("utun6", ["10.8.0.2/32"])],
      routes: [...rows, intoUtun("0.0.0.0/1"), intoUtun("128.0.0.0/1")],
      processes: [running("openconnect 203.0.113.9")],
      tunnelOwners: [{ interface: "utun6", pid: 4711 }],
      sockets: [
        {
          pid: 4711,
          transport: "tcp" as const,
          localAddress: "198.51.100.77",
          remoteAddress: "203.0.113.9",
          localPort: null,
          remotePort: 443,
          state: "established",
        },
      ],
    };
    expect(stateOf("darwin", machine)).toBe("up");
  });
});

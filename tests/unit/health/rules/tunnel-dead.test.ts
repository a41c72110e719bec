import { describe, expect, it } from "vitest";
import { tunnelDead } from "../../../../shared/health/rules/tunnel-dead.ts";
import { darwinRoute, linuxRoute } from "../../../support/example-route.ts";
import { evidenceOf, judgeBy, repairOf } from "../../../support/judge-rule.ts";
import { HOME, HOTSPOT, intoTun, intoUtun } from "../../../support/machine-rows.ts";
import { card, KERNEL_RULES, rule, running, tunnel } from "../../../support/machine.ts";

const wifi = card("en0", ["172.20.10.2/28"]);
const utun6 = tunnel("utun6", ["172.20.151.1/32"]);
const silent = [{ client: "openconnect", servers: [], session: "silent" as const }];
const openconnect = running("openconnect -b vpn.example.com");
const tailscale0 = tunnel("tailscale0", ["100.101.7.21/32"]);
const table52 = { ...intoTun("100.98.3.40/32", "tailscale0"), table: "52" };

describe("a tunnel whose client says that nothing comes back", () => {
  const machine = { interfaces: [wifi, utun6], routes: [...HOTSPOT, intoUtun("10.20.0.0/16")], clientLogs: silent };

  it("is dead, and its client nudged", () => {
    const [finding] = judgeBy(tunnelDead, "darwin", { ...machine, processes: [openconnect] });
    expect(finding).toMatchObject({ certainty: "likely", severity: "error" });
    expect(repairOf(finding)).toEqual(["nudge-client 4711"]);
  });

  it("is dead, too, when it is not known which of two tunnels is the client's, but not without any tunnel", () => {
    const interfaces = [wifi, utun6, tunnel("utun7", ["10.8.0.2/32"])];
    const two = { ...machine, interfaces, routes: [...machine.routes, intoUtun("10.30.0.0/16", "utun7")] };
    expect(judgeBy(tunnelDead, "darwin", { ...two, processes: [openconnect] })).toHaveLength(1);
    const none = { ...machine, interfaces: [wifi], routes: HOTSPOT };
    expect(judgeBy(tunnelDead, "darwin", { ...none, processes: [openconnect] })).toEqual([]);
  });

  it("is left to NetworkManager when that runs the client", () => {
    const managed = running(
      "openconnect --script /usr/lib/NetworkManager/nm-openconnect-service-openconnect-helper vpn.example.com",
    );
    expect(judgeBy(tunnelDead, "darwin", { ...machine, processes: [managed] }).map(repairOf)).toEqual([[]]);
  });

  it("is not known to be the one that is meant when two clients of the kind run", () => {
    const second = running("openconnect other.example.com", { pid: 9 });
    expect(judgeBy(tunnelDead, "darwin", { ...machine, processes: [openconnect, second] })).toEqual([]);
  });

  it("is none when its client has ended, or its log ends well", () => {
    expect(judgeBy(tunnelDead, "darwin", machine)).toEqual([]);
    const clientLogs = [{ client: "openconnect", servers: [], session: "unknown" as const }];
    expect(judgeBy(tunnelDead, "darwin", { ...machine, clientLogs, processes: [openconnect] })).toEqual([]);
  });
});

describe("a tunnel that took the default", () => {
  const offWifi = card("en0", [], { carrier: false });

  it("is dead when no way leads out of the machine", () => {
    const routes = [intoUtun("0.0.0.0/1"), intoUtun("128.0.0.0/1")];
    expect(evidenceOf(judgeBy(tunnelDead, "darwin", { interfaces: [offWifi, utun6], routes })[0])).toEqual([
      "no-route-under-tunnel",
    ]);
    const linux = {
      interfaces: [card("wlan0", [], { carrier: false }), tunnel("tun0", ["10.8.0.6/24"])],
      routes: [intoTun("0.0.0.0/0")],
    };
    expect(judgeBy(tunnelDead, "linux", linux)).toHaveLength(1);
  });

  it("is well with a router, a scoped default, or a modem without router under it", () => {
    const scoped = { ...HOTSPOT[0], scoped: true } as (typeof HOTSPOT)[number];
    expect(
      judgeBy(tunnelDead, "darwin", { interfaces: [wifi, utun6], routes: [intoUtun("0.0.0.0/0"), scoped] }),
    ).toEqual([]);
    const modem = linuxRoute({
      destination: "0.0.0.0/0",
      gateway: "link",
      interface: "wwan0",
      host: false,
      metric: 700,
    });
    const interfaces = [card("wwan0", ["100.70.8.9/32"]), tunnel("tun0", ["10.8.0.6/24"])];
    expect(judgeBy(tunnelDead, "linux", { interfaces, routes: [intoTun("0.0.0.0/0"), modem] })).toEqual([]);
  });

  it("is not dead for a way that is in a table of its own", () => {
    const routes = [intoTun("0.0.0.0/0"), { ...HOME[0], table: "100" } as (typeof HOME)[number]];
    const interfaces = [card("wlan0", ["192.168.1.23/24"]), tunnel("tun0", ["10.8.0.6/24"])];
    expect(judgeBy(tunnelDead, "linux", { interfaces, routes })).toEqual([]);
  });

  it("is not judged on Linux while it is not known to exist", () => {
    expect(judgeBy(tunnelDead, "linux", { interfaces: [], routes: [intoTun("0.0.0.0/0")] })).toEqual([]);
  });
});

describe("a tunnel with routes in a table of its own", () => {
  const machine = { interfaces: [card("wlan0", ["192.168.1.23/24"]), tailscale0], routes: [...HOME, table52] };

  it("is dead when the rules that lead there are gone", () => {
    const rules = [
      ...KERNEL_RULES,
      rule(5250, { firewallMark: "0x80000", firewallMask: "0xff0000", action: "unreachable" }),
    ];
    const [finding] = judgeBy(tunnelDead, "linux", { ...machine, rules });
    expect(evidenceOf(finding)).toEqual(["table-not-selected"]);
    expect(finding?.repair).toEqual([]);
  });

  it("is well with its rule, and unknown without any rules of the family", () => {
    expect(judgeBy(tunnelDead, "linux", { ...machine, rules: [...KERNEL_RULES, rule(5270, { table: "52" })] })).toEqual(
      [],
    );
    expect(judgeBy(tunnelDead, "linux", { ...machine, rules: [] })).toEqual([]);
  });

  it("is not judged by a table that somebody chose: its rules may come later", () => {
    const own = { ...table52, table: "1234" };
    expect(judgeBy(tunnelDead, "linux", { ...machine, routes: [...HOME, own], rules: KERNEL_RULES })).toEqual([]);
  });

  it("asks no rules of macOS, which has none", () => {
    const route = {
      ...darwinRoute({ destination: "100.64.0.0/10", gateway: "link", interface: "utun8", host: false }),
      table: "52",
    };
    expect(
      judgeBy(tunnelDead, "darwin", {
        interfaces: [tunnel("utun8", ["100.101.7.21/32"])],
        routes: [...HOTSPOT, route],
      }),
    ).toEqual([]);
  });
});

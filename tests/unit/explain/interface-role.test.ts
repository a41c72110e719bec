import { describe, expect, it } from "vitest";
import { interfaceRole } from "../../../shared/explain/interface-role.ts";
import { interfacesReport } from "../../../shared/explain/interfaces-report.ts";
import { startText } from "../../../shared/explain/start-text.ts";
import { factsOf } from "../../../shared/health/facts.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { recordedSnapshot } from "../../support/judged.ts";
import { HOME, intoTun } from "../../support/machine-rows.ts";
import { card, running, snapshotOfMachine, tunnel } from "../../support/machine.ts";

const facts = (snapshot: Snapshot) => factsOf(snapshot, EMPTY_HISTORY);
/** The roles of all interfaces of a recorded machine, by their names. */
const rolesOn = (name: string) =>
  Object.fromEntries(
    interfacesReport(facts(recordedSnapshot(name)), null).interfaces.map((entry) => [entry.name, entry.role]),
  );

describe("the interfaces of recorded machines", () => {
  it("eight utun with link-local addresses only are all the system's (the question of the story)", () => {
    const roles = rolesOn("03-seed-utun-list-and-ps");
    expect(Object.keys(roles)).toHaveLength(8);
    expect(new Set(Object.values(roles))).toEqual(new Set(["system-tunnel"]));
  });

  it("beside them the tunnel of the client, with its process and server", () => {
    const { interfaces } = interfacesReport(facts(recordedSnapshot("06-reconnect-loop-stale-pin")), null);
    expect(interfaces[0]).toMatchObject({
      name: "utun6",
      role: "vpn-tunnel",
      certainty: "proven",
      holder: { client: "openconnect", pid: 46_988, server: "222.66.117.109" },
    });
    expect(interfaces.filter(({ role }) => role === "system-tunnel")).toHaveLength(8);
    expect(interfaces.find(({ name }) => name === "utun1")?.holder?.client).toBe("identityservicesd");
    expect(interfaces.find(({ name }) => name === "awdl0")?.role).toBe("system");
  });

  it.each([
    [
      "51-tun-kext-routes-without-owner",
      { tun0: "leftover-tunnel", en0: "network-card", gif0: "system", lo0: "loopback" },
    ],
    ["89-linux-orphan-persistent-tun", { tun0: "leftover-tunnel", wlp3s0: "wifi", lo: "loopback" }],
    ["16-tailscale-vm-bridge-scoped-defaults", { utun8: "vpn-tunnel", bridge100: "guest-bridge", en0: "network-card" }],
    ["31-zerotier-healthy", { feth4913: "vpn-tunnel", feth9913: "vpn-tunnel", utun0: "system-tunnel" }],
    ["47-mullvad-and-tailscale", { utun8: "vpn-tunnel", utun4: "unowned-tunnel" }],
    ["91-linux-docker-libvirt-baseline", { docker0: "container", virbr0: "guest-bridge" }],
    ["247-linux-kill-switch", {}],
  ] as const)("%s", (name, roles) => {
    expect(rolesOn(name)).toMatchObject(roles);
  });
});

describe("a tunnel", () => {
  const orphan = tunnel("tun0", ["10.99.0.2/24"], { carrier: false, persistent: true });
  const linux = (changes: Parameters<typeof snapshotOfMachine>[1]) =>
    facts(snapshotOfMachine("linux", { routes: [...HOME, intoTun("10.20.0.0/16")], ...changes }));

  it("is left over only when it is known that nobody holds it", () => {
    expect(interfaceRole(linux({ interfaces: [orphan] }), "tun0")).toMatchObject({
      role: "leftover-tunnel",
      certainty: "proven",
      evidence: [{ code: "tunnel-without-owner" }],
    });
    const unsure = { ...orphan, carrier: null, persistent: null };
    expect(interfaceRole(linux({ interfaces: [unsure] }), "tun0")).toMatchObject({
      role: "unowned-tunnel",
      certainty: "suspected",
    });
  });

  it("names the program that holds it, also one that is no known VPN", () => {
    const held = linux({
      interfaces: [tunnel("tun0", ["10.99.0.2/24"])],
      processes: [running("/usr/bin/qemu-system-x86_64 -net tap", { pid: 99 })],
      tunnelOwners: [{ interface: "tun0", pid: 99 }],
    });
    expect(interfaceRole(held, "tun0")).toMatchObject({
      role: "unowned-tunnel",
      holder: { client: "qemu-system-x86_64", pid: 99 },
      evidence: [{ code: "origin-tunnel-owner" }],
    });
  });

  it("of the kernel's WireGuard needs no program", () => {
    const wg = facts(
      snapshotOfMachine("linux", { interfaces: [tunnel("wg0", ["10.2.0.2/32"], { kind: "wireguard" })] }),
    );
    expect(interfaceRole(wg, "wg0")).toMatchObject({ role: "vpn-tunnel", holder: { client: "wireguard", pid: null } });
  });

  it("that only routes name, and that is not there, is left over", () => {
    expect(interfaceRole(linux({ interfaces: [card("wlan0", ["192.168.1.20/24"])] }), "tun0")).toMatchObject({
      role: "leftover-tunnel",
      evidence: [{ code: "interface-missing" }],
    });
  });
});

describe("the VPN programs", () => {
  it("are named with start, tunnel and server", () => {
    const { processes, processesComplete } = interfacesReport(
      facts(recordedSnapshot("06-reconnect-loop-stale-pin")),
      null,
    );
    expect(processesComplete).toBe(true);
    expect(processes).toEqual([
      {
        client: "openconnect",
        pid: 46_988,
        alive: true,
        since: "2025-07-19 13:02",
        tunnel: "utun6",
        server: "222.66.117.109",
        service: false,
      },
    ]);
  });

  it("are named also when they have ended and left notes", () => {
    const note = { path: "/var/run/vpnc/defaultroute.4321", kind: "default-route" as const, pid: 4321, content: null };
    const { processes } = interfacesReport(facts(snapshotOfMachine("linux", { stateFiles: [note] })), null);
    expect(processes).toMatchObject([{ client: "openconnect", pid: 4321, alive: false }]);
  });

  it("are not said to be absent where not all were seen", () => {
    expect(interfacesReport(facts(recordedSnapshot("03-seed-utun-list-and-ps")), null).processesComplete).toBe(false);
  });

  it.each([
    ["Sat Jul 19 13:02:44 2025", "2025-07-19 13:02"],
    ["Sat Jul  5 03:02:44 2025", "2025-07-05 03:02"],
    ["六  7/19 13:02:44 2025", "六  7/19 13:02:44 2025"],
    ["0f8fad5b-d9cb-469f-a165-70867728950e:123456", null],
    ["0f8fad5b-d9cb-469f-a165-708677289507:123456", null],
    ["b7f9 123456", null],
    [null, null],
  ])("start at %j: %j", (printed, text) => {
    expect(startText(printed, null)).toBe(text);
  });

  it("start so many hundredths of a second after the machine", () => {
    const noon = new Date(2026, 10, 23, 12, 0).getTime();
    expect(startText("0f8fad5b-d9cb-469f-a165-708677289507:360000", noon)).toBe("2026-11-23 13:00");
  });
});

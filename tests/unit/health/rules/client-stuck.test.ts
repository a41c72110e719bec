import { describe, expect, it } from "vitest";
import { assess } from "../../../../shared/health/assess.ts";
import { clientStuck } from "../../../../shared/health/rules/client-stuck.ts";
import { EMPTY_HISTORY } from "../../../../shared/history/history.ts";
import { partlyObserved } from "../../../../shared/snapshot/part.ts";
import type { Socket } from "../../../../shared/snapshot/process.ts";
import { factsOf } from "../../../../shared/health/facts.ts";
import { darwinRoute } from "../../../support/example-route.ts";
import { evidenceOf, judgeBy, repairOf } from "../../../support/judge-rule.ts";
import { HOTSPOT, intoUtun } from "../../../support/machine-rows.ts";
import { card, running, snapshotOfMachine, tunnel } from "../../../support/machine.ts";
import type { Machine } from "../../../support/machine.ts";

const openconnect = running("openconnect -b vpn.example.com");
const call = (state: string | null, changes: Partial<Socket> = {}): Socket => ({
  pid: 4711,
  transport: "tcp",
  localAddress: "172.20.10.2",
  remoteAddress: "203.0.113.9",
  localPort: null,
  remotePort: 443,
  state,
  ...changes,
});
const machine: Machine = {
  interfaces: [card("en0", ["172.20.10.2/28"]), tunnel("utun6", ["172.20.151.1/32"])],
  routes: [
    ...HOTSPOT,
    intoUtun("10.20.0.0/16"),
    darwinRoute({ destination: "203.0.113.9/32", gateway: "172.20.10.1" }),
  ],
  processes: [openconnect],
  tunnelOwners: [{ interface: "utun6", pid: 4711 }],
  sockets: [call("established")],
};
const judge = (changes: Machine) => judgeBy(clientStuck, "darwin", { ...machine, ...changes });

describe("a client in its reconnect loop", () => {
  it("is stuck when its log says so, and is asked to reconnect at once", () => {
    const [finding] = judge({ clientLogs: [{ client: "openconnect", servers: [], session: "reconnecting" }] });
    expect(finding).toMatchObject({ severity: "error", certainty: "likely", args: { interface: "utun6" } });
    expect(evidenceOf(finding)).toEqual(["client-reports-reconnecting"]);
    expect(repairOf(finding)).toEqual(["nudge-client 4711"]);
  });

  it("is stuck when it only calls, and nobody answers", () => {
    const [finding] = judge({ sockets: [call("syn-sent")] });
    expect(finding?.evidence).toEqual([
      { code: "client-calls-in-vain", args: { client: "openconnect", server: "203.0.113.9" } },
    ]);
  });

  it("is stuck between two calls, when it has no connection at all, though its look-ups go on", () => {
    const lookUp = call(null, { transport: "udp", remoteAddress: "172.20.10.1", remotePort: 53 });
    expect(evidenceOf(judge({ sockets: [lookUp] })[0])).toEqual(["client-without-connection"]);
  });

  it("is proven to be stuck when its connection leaves from an address that is gone, and is asked to reconnect", () => {
    const [finding] = judge({ sockets: [call("established", { localAddress: "10.51.23.7" })] });
    expect(finding).toMatchObject({ certainty: "proven" });
    expect(evidenceOf(finding)).toEqual(["client-calls-from-gone-address"]);
    expect(repairOf(finding)).toEqual(["nudge-client 4711"]);
  });

  it("is asked for nothing while there is no network to reconnect by", () => {
    const [finding] = judge({
      interfaces: [card("en0", []), tunnel("utun6", ["172.20.151.1/32"])],
      routes: [intoUtun("10.20.0.0/16")],
    });
    expect(finding).toMatchObject({ certainty: "proven", repair: [] });
  });

  it("is well while one connection stands, whatever else it calls", () => {
    expect(judge({})).toEqual([]);
    expect(judge({ sockets: [call("syn-sent"), call("established")] })).toEqual([]);
  });

  it("is not known to be in it when not all sockets were seen", () => {
    const snapshot = { ...snapshotOfMachine("darwin", machine), sockets: partlyObserved<Socket[]>([]) };
    expect(clientStuck(factsOf(snapshot, EMPTY_HISTORY))).toEqual([]);
  });

  it("is not judged by its connections when its protocol can go on without TLS", () => {
    const globalProtect = running("openconnect --protocol=gp vpn.example.com");
    expect(judge({ processes: [globalProtect], sockets: [] })).toEqual([]);
  });

  it("is not in it before it has a tunnel: it is connecting", () => {
    expect(
      judge({ processes: [running("openconnect vpn.example.com")], tunnelOwners: [], sockets: [call("syn-sent")] }),
    ).toEqual([]);
  });

  it("is explained and left alone when NetworkManager runs it", () => {
    const managed = running(
      "openconnect --script /usr/lib/NetworkManager/nm-openconnect-service-openconnect-helper vpn.example.com",
    );
    const [finding] = judge({ processes: [managed], sockets: [call("syn-sent")] });
    expect(evidenceOf(finding)).toEqual(["client-calls-in-vain", "left-to-supervisor"]);
    expect(finding?.args["context"]).toBe("deferred");
    expect(finding?.repair).toEqual([]);
  });
});

describe("a client whose tunnel is gone", () => {
  const gone: Machine = { interfaces: [card("en0", ["172.20.10.2/28"])], routes: HOTSPOT, tunnelOwners: [] };

  it("is stuck when it went to the background, which it does with a tunnel only; nothing but a new start helps", () => {
    const [finding] = judge(gone);
    expect(evidenceOf(finding)).toEqual(["client-without-tunnel"]);
    expect(finding?.args["context"]).toBe("gone");
    expect(finding?.repair).toEqual([]);
  });

  it.each([
    ["it asks for a password in a terminal", running("openconnect vpn.example.com")],
    [
      "its parent waits for it, as before it goes to the background",
      running("openconnect -b vpn.example.com", { parentPid: 900 }),
    ],
    ["it never makes an interface", running("openconnect -bS ocproxy vpn.example.com")],
  ])("is not known while %s", (_case, process) => {
    expect(judge({ ...gone, processes: [process], sockets: [] })).toEqual([]);
  });

  it("is known beside tunnels whose holders are seen, whoever else may hold one", () => {
    const interfaces = [card("en0", ["172.20.10.2/28"]), tunnel("utun0", ["fe80::1/64"])];
    expect(judge({ ...gone, interfaces, tunnelOwners: [{ interface: "utun0", pid: 611 }] })).toHaveLength(1);
    expect(judge({ ...gone, interfaces })).toEqual([]);
  });

  it("is not known while somebody unseen holds a tunnel", () => {
    expect(judge({ tunnelOwners: [] })).toEqual([]);
  });
});

describe("a client that cannot get through because of a route", () => {
  it("is not called stuck beside that cause", () => {
    const routes = [...HOTSPOT, intoUtun("10.20.0.0/16"), darwinRoute({ destination: "203.0.113.9/32" })];
    const snapshot = snapshotOfMachine("darwin", { ...machine, routes, sockets: [call("syn-sent")] });
    expect(assess(snapshot, EMPTY_HISTORY).findings.map(({ id }) => id)).toEqual(["gateway-pin-stale"]);
  });
});

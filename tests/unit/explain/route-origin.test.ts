import { describe, expect, it } from "vitest";
import { originOf } from "../../../shared/explain/route-origin.ts";
import { factsOf } from "../../../shared/health/facts.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { valuesOf } from "../../../shared/snapshot/part.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { linuxRoute } from "../../support/example-route.ts";
import { recordedSnapshot } from "../../support/judged.ts";
import { HOME, intoTun } from "../../support/machine-rows.ts";
import { card, snapshotOfMachine } from "../../support/machine.ts";

const rowTo = (snapshot: Snapshot, destination: string, gateway?: string): Route => {
  const rows = [...valuesOf(snapshot.routes.inet), ...valuesOf(snapshot.routes.inet6)];
  const row = rows.find((one) => one.destination === destination && (gateway === undefined || one.gateway === gateway));
  if (row === undefined) throw new Error(`no row to ${destination}`);
  return row;
};
const originIn = (snapshot: Snapshot, destination: string, gateway?: string) =>
  originOf(factsOf(snapshot, EMPTY_HISTORY), rowTo(snapshot, destination, gateway));

describe("who put a row into the table of a Mac", () => {
  const loop = recordedSnapshot("06-reconnect-loop-stale-pin");

  it("the client that holds the tunnel, with the proof", () => {
    expect(originIn(loop, "202.120.80.0/20")).toMatchObject({
      by: "client",
      certainty: "likely",
      args: { client: "openconnect", pid: 46_988, interface: "utun6" },
      evidence: [{ code: "origin-tunnel-owner" }],
    });
  });

  it("the client whose server it leads to", () => {
    expect(originIn(loop, "222.66.117.109/32")).toMatchObject({
      by: "client-pin",
      args: { client: "openconnect" },
      evidence: [{ code: "pin-living-client" }],
    });
  });

  it("a VPN's script, which is a guess where only the form shows it", () => {
    // Its client's log names the server; the other row only looks like a pin.
    expect(originIn(recordedSnapshot("05-third-state-stale-pin"), "222.66.117.109/32")).toMatchObject({
      by: "vpn-script",
      certainty: "likely",
      evidence: [{ code: "pin-known-server" }],
    });
    expect(originIn(recordedSnapshot("08-leftover-pin-still-valid"), "203.0.113.40/32")).toMatchObject({
      by: "vpn-script",
      certainty: "suspected",
      evidence: [{ code: "pin-public-host" }],
    });
  });

  it("the network service for default and connected network, the kernel for its copies and neighbours", () => {
    expect(originIn(loop, "0.0.0.0/0")).toMatchObject({ by: "network-service", args: { interface: "en0" } });
    expect(originIn(loop, "172.20.10.0/28").by).toBe("network-service");
    const rows = valuesOf(loop.routes.inet);
    const byFlag = (flag: string) => rows.filter(({ flags }) => flags.includes(flag));
    const facts = factsOf(loop, EMPTY_HISTORY);
    expect(byFlag("L").map((row) => originOf(facts, row).by)).toEqual(byFlag("L").map(() => "neighbour"));
    expect(originIn(loop, "127.0.0.0/8").by).toBe("kernel");
    expect(originIn(loop, "224.0.0.0/4").by).toBe("kernel");
  });

  it("nobody knows whose static route it is", () => {
    expect(originIn(recordedSnapshot("62-legit-static-routes"), "10.99.0.0/16")).toMatchObject({
      by: "unknown",
      evidence: [{ code: "origin-not-kept" }],
    });
  });
});

describe("who put a row into the table of a Linux laptop", () => {
  const facts = (routes: readonly Route[]) =>
    factsOf(snapshotOfMachine("linux", { routes, interfaces: [card("wlan0", ["192.168.1.20/24"])] }), EMPTY_HISTORY);
  const by = (route: Route) => originOf(facts([...HOME, route]), route);

  it.each([
    ["kernel", "kernel"],
    ["dhcp", "dhcp"],
    ["ra", "router-advertisement"],
    ["redirect", "redirect"],
    ["bird", "routing-daemon"],
    ["ospf", "routing-daemon"],
  ])("as the kernel notes with it: %s", (protocol, kind) => {
    const noted = by(linuxRoute({ destination: "10.0.0.0/8", host: false, protocol }));
    expect(noted).toMatchObject({ by: kind, certainty: "proven", evidence: [{ code: "origin-protocol" }] });
  });

  it("somebody on purpose, or nobody knows", () => {
    expect(by(linuxRoute({ destination: "10.0.0.0/8", host: false, protocol: "static" })).by).toBe("administrator");
    expect(by(linuxRoute({ destination: "10.0.0.0/8", host: false, protocol: "boot" })).by).toBe("unknown");
    expect(by(linuxRoute({ destination: "10.0.0.0/8", host: false })).by).toBe("unknown");
  });

  it("the program that made the tunnel, when it is not known which", () => {
    expect(by(intoTun("10.20.0.0/16"))).toMatchObject({ by: "tunnel-holder", certainty: "suspected" });
  });

  it("the client that keeps a table for itself, running or not", () => {
    const exit = recordedSnapshot("264-linux-tailscale-exit-node");
    const row = valuesOf(exit.routes.inet).find(({ table }) => table === "52");
    if (row === undefined) throw new Error("no row in table 52");
    expect(originOf(factsOf(exit, EMPTY_HISTORY), row)).toMatchObject({ by: "client", args: { client: "tailscale" } });
    expect(by(linuxRoute({ destination: "0.0.0.0/0", host: false, table: "51820" }))).toMatchObject({
      by: "client",
      args: { client: "wireguard", context: "gone" },
    });
  });
});

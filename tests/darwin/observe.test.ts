import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { networkIdentityOf } from "../../shared/health/uplink.ts";
import { factsOf } from "../../shared/health/facts.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import { compareSnapshots } from "../../shared/history/compare.ts";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import type { Snapshot } from "../../shared/snapshot/snapshot.ts";
import { watchSnapshots } from "../../electron/observe/watch.ts";
import { observedValue } from "../support/observed-value.ts";
import { macTest } from "./mac-test.ts";
import { connected } from "./world/clients/openconnect.ts";
import { lookAtMac, observerOf } from "./world/holdfast/observe.ts";
import { CAMPUS, HOTSPOT } from "./world/network.ts";

describe("the real observer on a Mac", () => {
  macTest("reads every answer of every program, and ignores none", async ({ mac }) => {
    mac.joins(CAMPUS);
    connected(mac);
    const capture = await observerOf(mac).capture();
    expect(capture.files.filter(({ content }) => !content.read)).toEqual([]);
    expect(capture.osVersion).toBe("15.1");
    const { snapshot, ignored } = snapshotOf(capture);
    expect(ignored).toEqual([]);
    for (const part of [snapshot.routes.inet, snapshot.routes.inet6, snapshot.interfaces, snapshot.processes]) {
      expect(part).toMatchObject({ observed: true, partial: false });
    }
  });

  macTest("sees every row of the kernel, with its source", async ({ mac }) => {
    mac.joins(CAMPUS);
    connected(mac);
    const { routes } = await lookAtMac(mac);
    const seen = [...observedValue(routes.inet), ...observedValue(routes.inet6)];
    expect(seen.length).toBe(mac.kernel.table.rows().length);
    expect(seen.find(({ destination }) => destination === "222.66.117.109/32")).toMatchObject({
      gateway: "10.51.0.1",
      interface: "en0",
      source: CAMPUS.address,
      host: true,
      scoped: false,
    });
  });

  macTest("knows network, client, tunnel and name servers", async ({ mac }) => {
    mac.joins(CAMPUS);
    const { pid, tunnel } = connected(mac);
    const snapshot = await lookAtMac(mac);
    const facts = factsOf(snapshot, EMPTY_HISTORY);
    expect(networkIdentityOf(facts)).toEqual({
      interface: "en0",
      gateway: CAMPUS.router,
      address: "10.51.23.7/16",
      routerLinkAddress: CAMPUS.routerLinkAddress,
    });
    expect(facts.clients).toMatchObject([
      { kind: "openconnect", pid, interface: tunnel, serverAddresses: ["222.66.117.109"] },
    ]);
    expect(observedValue(snapshot.resolvers)).toContainEqual(
      expect.objectContaining({ origin: "scutil-key", interface: tunnel }),
    );
    expect(observedValue(snapshot.stateFiles)).toMatchObject([
      { path: `/var/run/vpnc/resolv.conf-backup.${pid}`, pid },
    ]);
  });

  macTest("reads this Mac's own files, and none of the machine that the test runs on", async ({ mac }) => {
    writeFileSync(join(mac.root, "etc/resolv.conf"), "nameserver 192.0.2.77\n");
    const { resolvers } = await lookAtMac(mac);
    const files = observedValue(resolvers).filter(({ origin }) => origin === "resolv.conf");
    expect(files).toMatchObject([{ name: "/etc/resolv.conf", servers: ["192.0.2.77"] }]);
  });

  macTest("is told of a switch by the monitor and names what changed", async ({ mac }) => {
    mac.joins(CAMPUS);
    connected(mac);
    const ending = new AbortController();
    const codes: string[] = [];
    let before: Snapshot | null = null;
    for await (const { snapshot } of watchSnapshots(observerOf(mac), ending.signal)) {
      if (before === null) mac.joins(HOTSPOT);
      else codes.push(...compareSnapshots(before, snapshot).map(({ code }) => code));
      before = snapshot;
      if (codes.includes("network-changed")) ending.abort();
    }
    expect(codes).toContain("network-changed");
    expect(codes).toContain("default-route-changed");
    expect(codes).toContain("address-removed");
    expect(codes).not.toContain("route-removed");
  });

  macTest("makes Node warn of nothing, though it starts more programs than a signal has listeners", async ({ mac }) => {
    mac.joins(CAMPUS);
    const warnings: string[] = [];
    const note = (warning: Error) => void warnings.push(warning.message);
    process.on("warning", note);
    await observerOf(mac).capture(new AbortController().signal);
    // Node gives warnings out in the next turn.
    await new Promise((turn) => setImmediate(turn));
    process.off("warning", note);
    expect(warnings).toEqual([]);
  });

  macTest("takes a table for unknown when netstat fails, and never for empty", async ({ mac }) => {
    mac.joins(CAMPUS);
    mac.interfere(({ program, words }) =>
      program === "netstat" && words.includes("inet") ? { out: "", errors: "netstat: sysctl", status: 1 } : null,
    );
    const { routes } = await lookAtMac(mac);
    expect(routes.inet).toMatchObject({ observed: false });
    expect(routes.inet6).toMatchObject({ observed: true });
  });
});

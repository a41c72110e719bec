import { describe, expect } from "vitest";
import { until } from "../support/until.ts";
import { macTest } from "./mac-test.ts";
import { connected } from "./world/clients/openconnect.ts";
import { vpnSlice } from "./world/clients/vpn-slice.ts";
import type { Guard } from "./world/holdfast/holdfast.ts";
import type { Mac } from "./world/mac.ts";
import { CAMPUS, HOTSPOT } from "./world/network.ts";
import { rowsOf } from "./world/table-text.ts";

const SERVER = "222.66.117.109";
const PIN = `${SERVER} 172.20.10.1 UGHS en0`;
const HELPER_DEADLINE = 30_000;

const kindsOf = ({ reports }: Guard) => reports.map(({ kind }) => kind);
const waitFor = (guard: Guard, kind: string, count = 1) =>
  until(
    `the helper reports ${kind}`,
    () => kindsOf(guard).filter((one) => one === kind).length >= count,
    HELPER_DEADLINE,
  );
const pinsOf = (mac: Mac) => rowsOf(mac).filter((row) => row.startsWith(`${SERVER} `));

describe("keep-alive on a Mac, in the two states of openconnect-facts §0", () => {
  macTest(
    "state A: the kernel took the pin away; it is added, and the client reconnects once",
    async ({ mac, holdfast }) => {
      mac.joins(CAMPUS);
      const vpn = connected(mac, { script: vpnSlice });
      const guard = await holdfast.guards();
      await waitFor(guard, "watching");
      mac.turnsWifiOff();
      await waitFor(guard, "waiting");
      expect(pinsOf(mac)).toEqual([]);
      mac.turnsWifiOn();
      mac.joins(HOTSPOT);
      await waitFor(guard, "back");
      expect(pinsOf(mac)).toEqual([PIN]);
      expect(vpn.isConnected()).toBe(true);
      expect(guard.reports).toContainEqual(
        expect.objectContaining({ kind: "disturbed", finding: "gateway-pin-missing" }),
      );
      expect(kindsOf(guard).filter((kind) => kind === "acted")).toHaveLength(1);
      await guard.end();
    },
  );

  macTest(
    "state B: the pin stayed with the old router; it is moved, and the client reconnects once",
    async ({ mac, holdfast }) => {
      mac.joins(CAMPUS);
      const vpn = connected(mac, { script: vpnSlice });
      const guard = await holdfast.guards();
      await waitFor(guard, "watching");
      const others = rowsOf(mac).filter((row) => row.includes(vpn.tunnel));
      mac.joins(HOTSPOT);
      await waitFor(guard, "back");
      expect(pinsOf(mac)).toEqual([PIN]);
      expect(vpn.isConnected()).toBe(true);
      expect(rowsOf(mac).filter((row) => row.includes(vpn.tunnel))).toEqual(others);
      expect(guard.reports).toContainEqual(
        expect.objectContaining({ kind: "disturbed", finding: "gateway-pin-stale" }),
      );
      const acted = guard.reports.flatMap((report) => (report.kind === "acted" ? [report] : []));
      expect(acted.map(({ steps }) => steps.map(({ step, err }) => `${step.op} ${err}`))).toEqual([
        ["replace-route null", "nudge-client null"],
      ]);
      mac.joins(CAMPUS);
      await waitFor(guard, "back", 2);
      expect(vpn.isConnected()).toBe(true);
      await guard.end();
    },
  );

  macTest(
    "other routes that come and go are only looked at; the next change of network is acted on",
    async ({ mac, holdfast }) => {
      mac.joins(CAMPUS);
      connected(mac, { script: vpnSlice });
      const guard = await holdfast.guards();
      await waitFor(guard, "watching");
      const before = rowsOf(mac);
      mac.run(["route", "-n", "add", "-host", "198.51.100.9", "10.51.0.1"]);
      mac.run(["route", "-n", "delete", "-host", "198.51.100.9"]);
      mac.joins(HOTSPOT);
      await waitFor(guard, "back");
      mac.joins(CAMPUS);
      await waitFor(guard, "back", 2);
      await guard.end();
      expect(kindsOf(guard).filter((kind) => kind === "acted")).toHaveLength(2);
      expect(rowsOf(mac)).toEqual(before);
    },
  );
});

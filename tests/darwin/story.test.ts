import { describe, expect } from "vitest";
import { macTest } from "./mac-test.ts";
import { connected, startOpenconnect } from "./world/clients/openconnect.ts";
import { vpnSlice } from "./world/clients/vpn-slice.ts";
import { doctor, findingsOf, selectedSteps } from "./world/holdfast/doctor.ts";
import type { Holdfast } from "./world/holdfast/holdfast.ts";
import type { Mac } from "./world/mac.ts";
import { CAMPUS, HOTSPOT } from "./world/network.ts";
import { rowsOf, tablesOf } from "./world/table-text.ts";

const HOUR = 3_600_000;
const PIN = "222.66.117.109 10.51.0.1 UGHS en0";
const DELETION = "delete-route gateway-pin-stale";

/** On campus by vpn-slice, the lid closed, the client gone before it could clean up, awake on the hotspot. */
function intoThirdState(mac: Mac): void {
  mac.joins(CAMPUS);
  const vpn = connected(mac, { script: vpnSlice });
  mac.sleeps(2 * HOUR);
  vpn.isKilled();
  mac.joins(HOTSPOT);
}

/** The same, with Holdfast watching in the background. */
async function intoThirdStateSeen(mac: Mac, holdfast: Holdfast): Promise<void> {
  mac.joins(CAMPUS);
  const vpn = connected(mac, { script: vpnSlice });
  expect((await holdfast.watches()).state).toBe("up");
  mac.sleeps(2 * HOUR);
  vpn.isKilled();
  mac.joins(HOTSPOT);
}

describe("the story of a student", () => {
  macTest(
    "the third state: doctor proves the stale line, clean deletes it and no other, she connects",
    async ({ mac, holdfast }) => {
      await intoThirdStateSeen(mac, holdfast);
      expect(startOpenconnect(mac)).toBe("Can't assign requested address");

      expect(await holdfast.run("status")).toMatchObject({ code: 1, out: expect.stringContaining("222.66.117.109") });
      const report = await doctor(holdfast);
      expect(report.state).toBe("residue");
      expect(findingsOf(report)[0]).toBe("gateway-pin-stale proven 222.66.117.109/32");
      expect(selectedSteps(report)).toEqual([DELETION]);

      const before = rowsOf(mac);
      const { code, out, err } = await holdfast.run("clean", "--yes");
      expect(code, out + err).toBe(0);
      expect(rowsOf(mac)).toEqual(before.filter((row) => row !== PIN));

      const vpn = connected(mac, { script: vpnSlice });
      expect(vpn.isConnected()).toBe(true);
      expect((await holdfast.watches()).state).toBe("up");
      vpn.stops();
    },
  );

  macTest(
    "without anything remembered the line is found all the same, as likely, and cleaned",
    async ({ mac, holdfast }) => {
      intoThirdState(mac);
      const report = await doctor(holdfast);
      expect(findingsOf(report)[0]).toBe("gateway-pin-stale likely 222.66.117.109/32");
      expect(selectedSteps(report)).toEqual([DELETION]);
    },
  );

  macTest("undo brings the line back, and a second clean takes it away again", async ({ mac, holdfast }) => {
    intoThirdState(mac);
    const before = rowsOf(mac);
    await holdfast.run("clean", "--yes");
    const { code, err } = await holdfast.run("undo");
    expect(code, err).toBe(0);
    expect(rowsOf(mac)).toEqual(before);
    const again = await holdfast.run("clean", "--yes");
    expect(again.code, again.out + again.err).toBe(0);
    expect(rowsOf(mac)).not.toContain(PIN);
  });

  macTest("a second clean says that there is nothing to do, and does nothing", async ({ mac, holdfast }) => {
    intoThirdState(mac);
    await holdfast.run("clean", "--yes");
    const after = tablesOf(mac);
    const second = await holdfast.run("clean", "--yes");
    expect(second.code).toBe(0);
    expect(second.out).toMatch(/nothing to/i);
    expect(tablesOf(mac)).toBe(after);
  });

  macTest("--dry-run shows the command and its inverse, and does nothing", async ({ mac, holdfast }) => {
    intoThirdState(mac);
    const before = tablesOf(mac);
    const { code, out } = await holdfast.run("clean", "--dry-run");
    expect(code).toBe(1);
    expect(out).toContain("/sbin/route -n delete -host 222.66.117.109 10.51.0.1");
    expect(out).toContain("/sbin/route -n add -host 222.66.117.109 10.51.0.1");
    expect(tablesOf(mac)).toBe(before);
  });

  macTest(
    "the living client in its reconnect loop gets its pin moved and is told at once",
    async ({ mac, holdfast }) => {
      mac.joins(CAMPUS);
      const vpn = connected(mac, { script: vpnSlice });
      mac.joins(HOTSPOT);
      expect(vpn.retries()).toBe("Can't assign requested address");
      expect(vpn.isConnected()).toBe(false);

      const report = await doctor(holdfast);
      expect(report.state).toBe("broken");
      expect(selectedSteps(report)).toEqual(["replace-route gateway-pin-stale", "nudge-client gateway-pin-stale"]);
      const { code, out, err } = await holdfast.run("clean", "--yes");
      expect(code, out + err).toBe(0);
      expect(rowsOf(mac)).toContain("222.66.117.109 172.20.10.1 UGHS en0");
      expect(vpn.isConnected()).toBe(true);
      expect((await doctor(holdfast)).state).toBe("up");
    },
  );
});

import { describe, expect } from "vitest";
import { macTest } from "./mac-test.ts";
import { isDeletion, route, SERVER, STALE_PIN, withStalePin } from "./stale-pin.ts";
import { doctor, findingsOf, selectedSteps } from "./world/holdfast/doctor.ts";
import { CAMPUS, HOTSPOT } from "./world/network.ts";
import { rowsOf } from "./world/table-text.ts";

describe("rows that look alike", () => {
  macTest("of a host row and a net row of one address only the stale host row goes", async ({ mac, holdfast }) => {
    withStalePin(mac);
    route(mac, `add -net ${SERVER}/32 172.20.10.1`);
    expect(selectedSteps(await doctor(holdfast))).toEqual(["delete-route gateway-pin-stale"]);
    const before = rowsOf(mac);
    expect((await holdfast.run("clean", "--yes")).code).toBe(0);
    expect(rowsOf(mac)).toEqual(before.filter((row) => row !== STALE_PIN));
  });

  macTest("and only the stale net row, when the host row is the good one", async ({ mac, holdfast }) => {
    mac.joins(CAMPUS);
    route(mac, `add -net ${SERVER}/32 10.51.0.1`);
    mac.joins(HOTSPOT);
    route(mac, `add -host ${SERVER} 172.20.10.1`);
    const before = rowsOf(mac);
    const { code, out, err } = await holdfast.run("clean", "--yes");
    expect(code, out + err).toBe(0);
    expect(rowsOf(mac)).toEqual(before.filter((row) => row !== `${SERVER}/32 10.51.0.1 UGSc en0`));
  });

  macTest(
    "a scoped stale row goes by its scope, and the unscoped one of the same address stays",
    async ({ mac, holdfast }) => {
      mac.joins(CAMPUS);
      route(mac, `add -ifscope en0 -host ${SERVER} 10.51.0.1`);
      mac.joins(HOTSPOT);
      route(mac, `add -host ${SERVER} 172.20.10.1`);
      const before = rowsOf(mac);
      const { code, out, err } = await holdfast.run("clean", "--yes");
      expect(code, out + err).toBe(0);
      expect(rowsOf(mac)).toEqual(before.filter((row) => row !== `${SERVER} 10.51.0.1 UGHSI en0`));
      expect((await holdfast.run("undo")).code).toBe(0);
      expect(rowsOf(mac)).toEqual(before);
    },
  );

  macTest(
    "when the host row vanishes under its deletion, which then hits the net row of that address: the net row is put back",
    async ({ mac, holdfast }) => {
      mac.joins(CAMPUS);
      route(mac, "add -host 203.0.113.0 10.51.0.1");
      mac.joins(HOTSPOT);
      route(mac, "add -net 203.0.113.0/24 172.20.10.1");
      const good = "203.0.113 172.20.10.1 UGSc en0";
      expect(findingsOf(await doctor(holdfast))[0]).toContain("gateway-pin-stale");
      mac.interfere((call) => {
        if (isDeletion(call)) route(mac, "delete -host 203.0.113.0");
        return null;
      });
      const { out, err } = await holdfast.run("clean", "--yes");
      expect(rowsOf(mac), out + err).toContain(good);
      expect(rowsOf(mac).some((row) => row.startsWith("203.0.113.0 "))).toBe(false);
    },
  );
});

import { describe, expect } from "vitest";
import { macTest } from "./mac-test.ts";
import { isDeletion, route, SERVER, withStalePin } from "./stale-pin.ts";
import { connected } from "./world/clients/openconnect.ts";
import { vpnSlice } from "./world/clients/vpn-slice.ts";
import { doctor, selectedSteps } from "./world/holdfast/doctor.ts";
import { CAMPUS, HOTSPOT } from "./world/network.ts";
import { rowsOf, tablesOf } from "./world/table-text.ts";

describe("a plan that does not fit any more", () => {
  macTest(
    "is refused with exit code 4 when the network changed while she read it; nothing is done",
    async ({ mac, holdfast }) => {
      withStalePin(mac);
      let after = "";
      const { code } = await holdfast.runAnd(() => {
        mac.joins(CAMPUS);
        after = tablesOf(mac);
        return "y";
      }, "clean");
      expect(code).toBe(4);
      expect(tablesOf(mac)).toBe(after);
    },
  );

  macTest("is refused when the row was replaced by a good one in the meantime", async ({ mac, holdfast }) => {
    withStalePin(mac);
    const { code } = await holdfast.runAnd(() => {
      route(mac, `delete -host ${SERVER}`);
      route(mac, `add -host ${SERVER} 172.20.10.1`);
      return "y";
    }, "clean");
    expect(code).toBe(4);
    expect(rowsOf(mac)).toContain(`${SERVER} 172.20.10.1 UGHS en0`);
  });

  macTest("is refused by its digest when the table is another than in the preview", async ({ mac, holdfast }) => {
    withStalePin(mac);
    const { plan } = await doctor(holdfast);
    route(mac, `add -host 203.0.113.77 10.51.0.1`);
    const before = tablesOf(mac);
    expect((await holdfast.run("clean", "--yes", "--digest", plan.digest)).code).toBe(4);
    expect(tablesOf(mac)).toBe(before);
  });

  macTest(
    "is not carried out on a row that changed after the helper had looked: a row is compared before its deletion",
    async ({ mac, holdfast }) => {
      withStalePin(mac);
      const { code } = await holdfast.runAnd(() => {
        let tables = 0;
        // The helper's own look is the first table of the apply, the one before the deletion the second.
        mac.interfere(({ program, words }) => {
          if (program !== "netstat" || words.at(-1) !== "inet") return null;
          tables += 1;
          if (tables === 2) {
            route(mac, `delete -host ${SERVER}`);
            route(mac, `add -host ${SERVER} 172.20.10.1`);
          }
          return null;
        });
        return "y";
      }, "clean");
      expect(code).not.toBe(2);
      expect(rowsOf(mac)).toContain(`${SERVER} 172.20.10.1 UGHS en0`);
    },
  );
});

describe("a route program that says yes and does nothing", () => {
  macTest("is seen through by reading the table again, and the user is told", async ({ mac, holdfast }) => {
    withStalePin(mac);
    const before = tablesOf(mac);
    mac.interfere((call) => (isDeletion(call) ? { out: `delete host ${SERVER}\n`, errors: "", status: 0 } : null));
    const { code, out, err } = await holdfast.run("clean", "--yes");
    expect(code).toBe(1);
    expect(err).toMatch(/tool.failed/i);
    expect(out).toContain("still wrong");
    expect(tablesOf(mac)).toBe(before);
    // What did not happen cannot be taken back.
    mac.interfere(() => null);
    expect((await holdfast.run("undo")).out).toMatch(/nothing/i);
  });

  macTest(
    "is seen through when only the second half of a replacement fails: the old row is there again",
    async ({ mac, holdfast }) => {
      mac.joins(CAMPUS);
      const vpn = connected(mac, { script: vpnSlice });
      mac.joins(HOTSPOT);
      const before = rowsOf(mac);
      mac.interfere(({ program, words }) => {
        const isNew = program === "route" && words.includes("add") && words.includes("172.20.10.1");
        return isNew
          ? { out: "", errors: "route: writing to routing socket: Operation not permitted", status: 0 }
          : null;
      });
      const { code, err } = await holdfast.run("clean", "--yes");
      expect(code).toBe(1);
      expect(err).toMatch(/tool.failed/i);
      expect(rowsOf(mac)).toEqual(before);
      // A client whose way is not right must not be told to use it.
      expect(vpn.isConnected()).toBe(false);
    },
  );
});

describe("a pin whose own address went while its router stayed", () => {
  macTest("is set anew for a living client, and undo still knows what it did", async ({ mac, holdfast }) => {
    mac.joins(CAMPUS);
    const vpn = connected(mac, { script: vpnSlice });
    mac.renewsLease({ address: "10.51.44.19" });
    expect(vpn.isConnected()).toBe(false);
    expect(selectedSteps(await doctor(holdfast))).toContain("replace-route gateway-pin-stale");
    const { code, out, err } = await holdfast.run("clean", "--yes");
    expect(code, out + err).toBe(0);
    expect(err).not.toContain("failed");
    expect(mac.kernel.table.rows().find(({ host, gateway }) => host && gateway === CAMPUS.router)?.source).toBe(
      "10.51.44.19",
    );
    expect(vpn.isConnected()).toBe(true);
    expect(await holdfast.run("undo")).toMatchObject({ code: 0 });
  });

  macTest(
    "is not called set anew when route did nothing, though the row looks as wanted",
    async ({ mac, holdfast }) => {
      mac.joins(CAMPUS);
      connected(mac, { script: vpnSlice });
      mac.renewsLease({ address: "10.51.44.19" });
      const before = tablesOf(mac);
      mac.interfere(({ program, words }) =>
        program === "route" && words.includes("-host") ? { out: "", errors: "", status: 0 } : null,
      );
      const { code, err } = await holdfast.run("clean", "--yes");
      expect(code).toBe(1);
      expect(err).toMatch(/tool.failed/i);
      expect(tablesOf(mac)).toBe(before);
    },
  );
});

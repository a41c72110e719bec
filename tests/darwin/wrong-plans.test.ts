import { describe, expect } from "vitest";
import { macTest } from "./mac-test.ts";
import { connected } from "./world/clients/openconnect.ts";
import { vpnSlice } from "./world/clients/vpn-slice.ts";
import { doctor, findingsOf, selectedSteps } from "./world/holdfast/doctor.ts";
import type { Mac } from "./world/mac.ts";
import { CAMPUS, HOME, HOTSPOT, OFFICE } from "./world/network.ts";
import type { ToolCall } from "./world/tool-server.ts";
import { rowsOf, tablesOf } from "./world/table-text.ts";

const SERVER = "222.66.117.109";
const STALE = `${SERVER} 10.51.0.1 UGHS en0`;

/** A pin to the campus, whose client is gone, on the hotspot. */
function withStalePin(mac: Mac): void {
  mac.joins(CAMPUS);
  connected(mac, { script: vpnSlice }).isKilled();
  mac.joins(HOTSPOT);
}

const isDeletion = ({ program, words }: ToolCall) => program === "route" && words.includes("delete");
const route = (mac: Mac, words: string) => mac.run(["route", "-n", ...words.split(" ")]);

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

describe("rows that look alike", () => {
  macTest("of a host row and a net row of one address only the stale host row goes", async ({ mac, holdfast }) => {
    withStalePin(mac);
    route(mac, `add -net ${SERVER}/32 172.20.10.1`);
    expect(selectedSteps(await doctor(holdfast))).toEqual(["delete-route gateway-pin-stale"]);
    const before = rowsOf(mac);
    expect((await holdfast.run("clean", "--yes")).code).toBe(0);
    expect(rowsOf(mac)).toEqual(before.filter((row) => row !== STALE));
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

describe("undo on another network", () => {
  macTest("does not leave the row bound to another interface than it had", async ({ mac, holdfast }) => {
    withStalePin(mac);
    await holdfast.run("clean", "--yes");
    // Now the cable is the primary network: a row through a next hop on no network would be bound to it.
    mac.plugsIn(OFFICE);
    const before = tablesOf(mac);
    const { code } = await holdfast.run("undo");
    expect(code).toBe(1);
    expect(tablesOf(mac)).toBe(before);
    mac.unplugs();
    const later = await holdfast.run("undo");
    expect(later.code, later.out + later.err).toBe(0);
    expect(rowsOf(mac)).toContain(STALE);
  });

  macTest("fails without a network, changes nothing, and works later", async ({ mac, holdfast }) => {
    withStalePin(mac);
    await holdfast.run("clean", "--yes");
    mac.leaves();
    const before = tablesOf(mac);
    expect((await holdfast.run("undo")).code).toBe(1);
    expect(tablesOf(mac)).toBe(before);
    mac.joins(HOME);
    expect((await holdfast.run("undo")).code).toBe(0);
    expect(rowsOf(mac)).toContain(STALE);
  });

  macTest("leaves a pin alone that a client has set since", async ({ mac, holdfast }) => {
    withStalePin(mac);
    await holdfast.run("clean", "--yes");
    connected(mac, { script: vpnSlice });
    const before = tablesOf(mac);
    const { code, err } = await holdfast.run("undo");
    expect(code).toBe(1);
    expect(err).not.toBe("");
    expect(tablesOf(mac)).toBe(before);
  });
});

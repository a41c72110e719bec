import { describe, expect } from "vitest";
import { macTest } from "./mac-test.ts";
import { STALE_PIN, withStalePin } from "./stale-pin.ts";
import { connected } from "./world/clients/openconnect.ts";
import { vpnSlice } from "./world/clients/vpn-slice.ts";
import { HOME, OFFICE } from "./world/network.ts";
import { rowsOf, tablesOf } from "./world/table-text.ts";

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
    expect(rowsOf(mac)).toContain(STALE_PIN);
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
    expect(rowsOf(mac)).toContain(STALE_PIN);
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

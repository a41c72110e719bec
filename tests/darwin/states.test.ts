import { describe, expect } from "vitest";
import { macTest } from "./mac-test.ts";
import { connected } from "./world/clients/openconnect.ts";
import { startOpenvpn } from "./world/clients/openvpn.ts";
import { vpnSlice } from "./world/clients/vpn-slice.ts";
import { startWgQuick } from "./world/clients/wg-quick.ts";
import { doctor } from "./world/holdfast/doctor.ts";
import type { Holdfast } from "./world/holdfast/holdfast.ts";
import { CAMPUS, HOME, HOTSPOT } from "./world/network.ts";

const SECOND = 1000;

/** The state that `holdfast status --json` tells. */
async function stateOf(holdfast: Holdfast): Promise<string> {
  return (await doctor(holdfast)).state;
}

describe("each of the eight states is reached by what happens to a Mac", () => {
  macTest("off: a network and no VPN", async ({ mac, holdfast }) => {
    mac.joins(HOME);
    expect(await stateOf(holdfast)).toBe("off");
    expect((await holdfast.run("status")).code).toBe(0);
  });

  macTest("up: connected, by either script, by OpenVPN, by wg-quick", async ({ mac, holdfast }) => {
    mac.joins(CAMPUS);
    const first = connected(mac);
    expect(await stateOf(holdfast)).toBe("up");
    first.stops();
    expect(await stateOf(holdfast)).toBe("off");
    const second = connected(mac, { script: vpnSlice });
    expect(await stateOf(holdfast)).toBe("up");
    second.stops();
    const third = startOpenvpn(mac);
    expect(await stateOf(holdfast)).toBe("up");
    third.stops();
    startWgQuick(mac);
    expect(await stateOf(holdfast)).toBe("up");
  });

  macTest("recovering for 15 seconds after a switch under a living client, then broken", async ({ mac, holdfast }) => {
    mac.joins(CAMPUS);
    connected(mac, { script: vpnSlice });
    expect((await holdfast.watches()).state).toBe("up");
    mac.joins(HOTSPOT);
    expect((await holdfast.watches()).state).toBe("recovering");
    mac.sleeps(14 * SECOND);
    expect((await holdfast.watches()).state).toBe("recovering");
    mac.sleeps(2 * SECOND);
    expect((await holdfast.watches()).state).toBe("broken");
  });

  macTest("up again when she goes back to the first network in time", async ({ mac, holdfast }) => {
    mac.joins(CAMPUS);
    const vpn = connected(mac, { script: vpnSlice });
    await holdfast.watches();
    mac.joins(HOTSPOT);
    expect((await holdfast.watches()).state).toBe("recovering");
    mac.joins(CAMPUS);
    expect(vpn.retries()).toBe("reached");
    expect((await holdfast.watches()).state).toBe("up");
  });

  macTest("degraded: connected beside the leftover of another VPN", async ({ mac, holdfast }) => {
    mac.joins(HOME);
    startOpenvpn(mac, { asNobody: true }).stops();
    mac.joins(CAMPUS);
    connected(mac, { script: vpnSlice });
    expect(await stateOf(holdfast)).toBe("degraded");
  });

  macTest("broken: a living client whose pin leads nowhere", async ({ mac, holdfast }) => {
    mac.joins(CAMPUS);
    connected(mac, { script: vpnSlice });
    mac.joins(HOTSPOT);
    expect(await stateOf(holdfast)).toBe("broken");
  });

  macTest("residue: no client any more, and a pin that blocks the next", async ({ mac, holdfast }) => {
    mac.joins(CAMPUS);
    connected(mac, { script: vpnSlice }).isKilled();
    mac.joins(HOTSPOT);
    expect(await stateOf(holdfast)).toBe("residue");
  });

  macTest(
    "offline: out of reach of any network, or switched off, with and without a client",
    async ({ mac, holdfast }) => {
      expect(await stateOf(holdfast)).toBe("offline");
      mac.joins(CAMPUS);
      const vpn = connected(mac, { script: vpnSlice });
      mac.leaves();
      expect(await stateOf(holdfast)).toBe("offline");
      vpn.isKilled();
      mac.joins(CAMPUS);
      mac.turnsWifiOff();
      expect(await stateOf(holdfast)).toBe("offline");
    },
  );

  macTest("unknown: the tables cannot be read, and the reason is told", async ({ mac, holdfast }) => {
    mac.joins(CAMPUS);
    connected(mac);
    mac.interfere(({ program, words }) =>
      program === "netstat" && words.some((word) => word.startsWith("-rn"))
        ? { out: "", errors: "netstat: sysctl: Operation not permitted", status: 1 }
        : null,
    );
    expect(await stateOf(holdfast)).toBe("unknown");
    const { code, out } = await holdfast.run("status");
    expect(code).toBe(1);
    expect(out).toContain("IPv4 routes: the command failed");
  });
});

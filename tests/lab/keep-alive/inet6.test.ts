import { describe, expect } from "vitest";
import type { Lab } from "../lab.ts";
import { labTest } from "../lab-test.ts";
import { TUNNEL_INTERFACE, WIFI_INTERFACE, type WifiName } from "../network/addresses.ts";
import { goOverToInet6, joinInet6, SERVER6, WIFI6 } from "../network/inet6.ts";
import { waitUntil } from "../room/wait-until.ts";
import { startOpenconnect } from "../vpn/openconnect.ts";
import { innerHostAnswers } from "../vpn/ping.ts";
import { startGuard } from "./guard.ts";

const pinOf = async ({ laptop }: Lab) => (await laptop.ip("-6", "route", "show", SERVER6)).trim();
const pinTo = (network: WifiName) => `${SERVER6} via ${WIFI6[network].router} dev ${WIFI_INTERFACE}`;

describe("a server that is reached by IPv6", () => {
  labTest("keeps its session over changes of network, with one pin to the present router", async ({ lab }) => {
    await goOverToInet6(lab);
    const vpn = await startOpenconnect(lab, "without-attempt-reconnect", TUNNEL_INTERFACE, [], `[${SERVER6}]`);
    await waitUntil("the tunnel carries", 15_000, () => innerHostAnswers(lab));
    expect(await pinOf(lab)).toContain(pinTo("home"));
    const guard = await startGuard(lab);
    expect(guard.reports()[0]).toMatchObject({ clients: [{ server: SERVER6 }] });
    for (const [count, [from, to]] of (
      [
        ["home", "hot"],
        ["hot", "home"],
      ] as const
    ).entries()) {
      await joinInet6(lab, from, to);
      await guard.waitFor("back", count + 1);
      expect(await pinOf(lab)).toContain(pinTo(to));
      expect((await pinOf(lab)).split("\n")).toHaveLength(1);
      expect(await innerHostAnswers(lab)).toBe(true);
    }
    expect(vpn.ending()).toBeUndefined();
    expect(await guard.end()).toBe(0);
  });
});

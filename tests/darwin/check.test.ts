import * as v from "valibot";
import { describe, expect } from "vitest";
import { Preflight } from "../../shared/preflight/preflight-report.ts";
import { macTest } from "./mac-test.ts";
import { connected } from "./world/clients/openconnect.ts";
import { vpnSlice } from "./world/clients/vpn-slice.ts";
import type { Holdfast } from "./world/holdfast/holdfast.ts";
import type { Mac } from "./world/mac.ts";
import { CAMPUS, HOME, HOTSPOT, OFFICE } from "./world/network.ts";
import { connectTo } from "./world/packet.ts";

const SERVER = "222.66.117.109";
const ELSEWHERE = "203.0.113.7";

/** What is foreseen for an address, as outcome and as the text that a client would print (`reached` for none). */
async function foreseen(holdfast: Holdfast, address: string): Promise<{ outcome: string; fate: string }> {
  const { out } = await holdfast.run("check", address, "--json");
  const [way] = v.parse(Preflight, JSON.parse(out)).ways;
  if (way === undefined) throw new Error(`no way to ${address}`);
  return { outcome: way.outcome, fate: way.works === "no" ? (way.error?.text ?? "unknown") : "reached" };
}

/** Expects the outcome, and the very error that the Mac's kernel lets a connect end with. */
async function expectFate(mac: Mac, holdfast: Holdfast, address: string, outcome: string): Promise<void> {
  expect(await foreseen(holdfast, address)).toEqual({ outcome, fate: connectTo(address, mac) });
}

describe("holdfast check foresees what becomes of a connection from a Mac", () => {
  macTest("on a network without a VPN, and without any network", async ({ mac, holdfast }) => {
    await expectFate(mac, holdfast, SERVER, "no-network");
    mac.joins(HOME);
    await expectFate(mac, holdfast, SERVER, "leaves-by-router");
    mac.run(["route", "-n", "delete", "default"]);
    await expectFate(mac, holdfast, SERVER, "no-route");
    mac.turnsWifiOff();
    await expectFate(mac, holdfast, SERVER, "no-network");
  });

  macTest(
    "beside a VPN: by the pin, and not through the tunnel that contains the server",
    async ({ mac, holdfast }) => {
      mac.joins(CAMPUS);
      connected(mac, { script: vpnSlice });
      await expectFate(mac, holdfast, SERVER, "leaves-by-router");
      await expectFate(mac, holdfast, ELSEWHERE, "leaves-by-router");
    },
  );

  macTest("the third state of the story, and after the repair", async ({ mac, holdfast }) => {
    mac.joins(CAMPUS);
    connected(mac, { script: vpnSlice }).isKilled();
    mac.joins(HOTSPOT);
    await expectFate(mac, holdfast, SERVER, "stale-pin");
    await expectFate(mac, holdfast, ELSEWHERE, "leaves-by-router");
    await holdfast.run("clean", "--yes");
    await expectFate(mac, holdfast, SERVER, "leaves-by-router");
  });

  macTest("the client in its reconnect loop, whose tunnel carries nothing", async ({ mac, holdfast }) => {
    mac.joins(CAMPUS);
    connected(mac, { script: vpnSlice });
    mac.joins(HOTSPOT);
    await expectFate(mac, holdfast, SERVER, "stale-pin");
    await expectFate(mac, holdfast, "202.120.80.2", "into-dead-tunnel");
  });

  macTest("back on the first network with another lease: right router, lost address", async ({ mac, holdfast }) => {
    mac.joins(CAMPUS);
    connected(mac, { script: vpnSlice }).isKilled();
    mac.renewsLease({ address: "10.51.40.9" });
    await expectFate(mac, holdfast, SERVER, "stale-pin");
  });

  macTest("the pin that went with the Wi-Fi: the server is routed into its own tunnel", async ({ mac, holdfast }) => {
    mac.joins(CAMPUS);
    connected(mac, { script: vpnSlice });
    mac.turnsWifiOff();
    mac.turnsWifiOn();
    mac.joins(HOTSPOT);
    await expectFate(mac, holdfast, SERVER, "loops-into-own-tunnel");
  });

  macTest("a cable that is pulled, with and without another way", async ({ mac, holdfast }) => {
    mac.plugsIn(OFFICE);
    await expectFate(mac, holdfast, SERVER, "leaves-by-router");
    mac.joins(HOME);
    mac.unplugs();
    await expectFate(mac, holdfast, SERVER, "leaves-by-router");
    mac.leaves();
    await expectFate(mac, holdfast, SERVER, "no-network");
  });
});

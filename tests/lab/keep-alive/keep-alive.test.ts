import { readFile } from "node:fs/promises";
import { describe, expect } from "vitest";
import { runHoldfast } from "../holdfast/run-holdfast.ts";
import type { Lab } from "../lab.ts";
import { labTest, roamlessLabTest } from "../lab-test.ts";
import { SERVER, WIFI, type WifiName } from "../network/addresses.ts";
import { joinTwinOfHome, TWIN } from "../network/same-subnet.ts";
import type { Procedure } from "../network/wifi.ts";
import { PROGRAMS } from "../room/programs.ts";
import { waitUntil } from "../room/wait-until.ts";
import { connect, disconnect, killHard } from "../vpn/connect.ts";
import { innerHostAnswers } from "../vpn/ping.ts";
import { startGuard } from "./guard.ts";

const pinsOf = async ({ laptop }: Lab) => (await laptop.routes()).filter((route) => route.startsWith(`${SERVER} `));
const pinTo = (network: WifiName) => `${SERVER} via ${WIFI[network].router} dev wlan0`;
const SWITCHES: readonly (readonly [WifiName, Procedure])[] = [
  ["hot", "make-before-break"],
  ["home", "flush-first"],
  ["hot", "flush-first"],
  ["home", "make-before-break"],
];

describe("a VPN that is kept alive", () => {
  for (const script of ["vpnc-script", "without-attempt-reconnect"] as const) {
    labTest(
      `survives every kind of change of network with ${script}, and leaves the table as it was`,
      async ({ lab }) => {
        const vpn = await connect(lab, script);
        const before = await lab.laptop.routes();
        const guard = await startGuard(lab);
        for (const [count, [network, procedure]] of SWITCHES.entries()) {
          await lab.wifi.join(network, procedure);
          const back = await guard.waitFor("back", count + 1);
          expect(back).toMatchObject({ client: { interface: "tun0", server: SERVER } });
          expect(await pinsOf(lab)).toEqual([pinTo(network)]);
          expect(await innerHostAnswers(lab)).toBe(true);
        }
        expect(vpn.ending()).toBeUndefined();
        expect(await lab.laptop.routes()).toEqual(before);
        expect(await guard.end()).toBe(0);
        await disconnect(vpn);
        expect(await pinsOf(lab)).toEqual([]);
      },
    );
  }

  labTest("survives a network that has the addresses of the one before", async ({ lab }) => {
    const vpn = await connect(lab, "without-attempt-reconnect");
    const guard = await startGuard(lab);
    await joinTwinOfHome(lab);
    await guard.waitFor("back");
    expect(await pinsOf(lab)).toEqual([`${SERVER} via ${TWIN.router} dev wlan0`]);
    expect(await innerHostAnswers(lab)).toBe(true);
    expect(vpn.ending()).toBeUndefined();
    const moved = guard.reports().flatMap((report) => (report.kind === "acted" ? report.steps : []));
    expect(moved.map(({ finding, step }) => `${finding} ${step.op}`)).toEqual([
      "gateway-pin-foreign replace-route",
      "gateway-pin-foreign nudge-client",
    ]);
    await guard.end();
  });

  labTest("is left as it is while the network stays, whatever other routes come and go", async ({ lab }) => {
    const vpn = await connect(lab);
    const guard = await startGuard(lab);
    const before = await lab.laptop.routes();
    for (const route of ["192.0.2.128/25", "10.20.0.0/16"]) {
      await lab.laptop.ip("route", "add", route, "via", WIFI.home.router);
      await lab.laptop.ip("route", "del", route);
    }
    await lab.laptop.ip("link", "set", "wlan0", "mtu", "1400");
    await lab.wifi.join("hot", "make-before-break");
    await guard.waitFor("back");
    await lab.wifi.join("home", "make-before-break");
    await guard.waitFor("back", 2);
    expect(guard.reports().filter(({ kind }) => kind === "acted")).toHaveLength(2);
    expect(await lab.laptop.routes()).toEqual(before);
    expect(vpn.log().match(/User requested reconnect/g)).toHaveLength(2);
    await guard.end();
  });

  labTest("waits for the router when DHCP is slow, and acts when it is there", async ({ lab }) => {
    await connect(lab, "without-attempt-reconnect");
    const guard = await startGuard(lab);
    await lab.room.ip("air", [`link set laptop master ${WIFI.hot.bridge}`]);
    await lab.room.ip("client", ["addr flush dev wlan0"]);
    expect(await guard.waitFor("waiting")).toMatchObject({ why: "no-router" });
    await lab.room.ip("client", [`addr add ${WIFI.hot.laptop}/28 brd + dev wlan0`]);
    expect(await pinsOf(lab)).toEqual([]);
    await lab.room.ip("client", [`route add default via ${WIFI.hot.router} dev wlan0`]);
    await guard.waitFor("back");
    expect(await pinsOf(lab)).toEqual([pinTo("hot")]);
    await guard.end();
  });
});

describe("the sample unit for systemd", () => {
  labTest("gives all the rights that it takes, and no more than three", async ({ lab }) => {
    const unit = await readFile("build/systemd/holdfast-guard.service", "utf8");
    const names = /^CapabilityBoundingSet=(.*)$/m.exec(unit)?.[1]?.split(" ") ?? [];
    expect(names).toEqual(["CAP_NET_ADMIN", "CAP_SYS_PTRACE", "CAP_SYS_NICE"]);
    const set = ["-all", ...names.map((name) => name.toLowerCase().replace("cap_", "+"))].join();
    const vpn = await connect(lab, "without-attempt-reconnect");
    const guard = await startGuard(lab, [PROGRAMS.setpriv, "--no-new-privs", "--bounding-set", set, "--"]);
    await lab.wifi.join("hot", "make-before-break");
    await guard.waitFor("back");
    expect(await pinsOf(lab)).toEqual([pinTo("hot")]);
    expect(vpn.ending()).toBeUndefined();
    await guard.end();
  });
});

describe("two sessions at once", () => {
  labTest("both survive, with one pin for the server that they share", async ({ lab }) => {
    const first = await connect(lab, "without-attempt-reconnect");
    const second = await connect(lab, "without-attempt-reconnect", "tun1");
    const guard = await startGuard(lab);
    expect(guard.reports()[0]).toMatchObject({ clients: [{ interface: "tun0" }, { interface: "tun1" }] });
    await lab.wifi.join("hot", "make-before-break");
    await guard.waitFor("back", 2);
    expect(await pinsOf(lab)).toEqual([pinTo("hot")]);
    expect([first.ending(), second.ending()]).toEqual([undefined, undefined]);
    for (const vpn of [first, second]) expect(vpn.log().match(/User requested reconnect/g)).toHaveLength(1);
    await guard.end();
  });
});

describe("knowing when to stop", () => {
  roamlessLabTest(
    "a server that denies roaming ends the session: sign in again, and nothing more is tried",
    async ({ lab }) => {
      const vpn = await connect(lab, "without-attempt-reconnect");
      const guard = await startGuard(lab);
      await lab.wifi.join("hot", "make-before-break");
      await guard.waitFor("refused");
      expect(await waitUntil("openconnect has ended", 5_000, () => vpn.ending())).toMatchObject({ code: 2 });
      expect(guard.reports().filter(({ kind }) => kind === "acted")).toHaveLength(1);
      expect(await guard.waitFor("watching", 2)).toMatchObject({ clients: [] });
      await guard.end();
    },
  );

  labTest("a client that is killed leaves nothing to keep, and its successor is kept", async ({ lab }) => {
    const vpn = await connect(lab);
    const guard = await startGuard(lab);
    await killHard(vpn);
    expect(await guard.waitFor("watching", 2)).toMatchObject({ clients: [] });
    await connect(lab);
    await guard.waitFor("watching", 3);
    await lab.wifi.join("hot", "flush-first");
    await guard.waitFor("back");
    expect(guard.reports().some(({ kind }) => kind === "refused")).toBe(false);
    await guard.end();
  });

  labTest("a second guard waits for the first one to end", async ({ lab }) => {
    await connect(lab);
    const first = await startGuard(lab);
    const second = await startGuard(lab);
    expect(second.complaints()).toContain("Another Holdfast keeps VPNs alive");
    expect(await second.end()).toBe(0);
    expect(await first.end()).toBe(0);
  });
});

describe("what keep-alive did", () => {
  labTest("is in the journal, is not what undo takes back, and can be taken back by its name", async ({ lab }) => {
    await connect(lab, "without-attempt-reconnect");
    const guard = await startGuard(lab);
    await lab.wifi.join("hot", "make-before-break");
    const { txn } = await guard.waitFor("acted");
    await guard.waitFor("back");
    await waitUntil("the timeline has it", 10_000, async () => {
      const { stdout } = await runHoldfast(lab.laptop, "timeline", "--json");
      return stdout.includes('"kept-alive"');
    });
    await guard.end();
    expect((await runHoldfast(lab.laptop, "journal")).stdout).toContain(txn);
    expect((await runHoldfast(lab.laptop, "journal")).stdout).toContain("by keep-alive");
    expect((await runHoldfast(lab.laptop, "undo")).stdout).toContain("nothing to undo");
    expect(await pinsOf(lab)).toEqual([pinTo("hot")]);
    expect((await runHoldfast(lab.laptop, "undo", txn)).code).toBe(0);
    expect(await pinsOf(lab)).toEqual([pinTo("home")]);
  });
});

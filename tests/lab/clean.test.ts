import { describe, expect } from "vitest";
import { doctor, findingsOf } from "./holdfast/doctor.ts";
import { HOLDFAST, runHoldfast } from "./holdfast/run-holdfast.ts";
import { RESOLVER_FILE, VPNC_MARKER } from "./laptop/resolver.ts";
import type { Lab } from "./lab.ts";
import { labTest } from "./lab-test.ts";
import { SERVER, TUNNEL_POOL, WIFI } from "./network/addresses.ts";
import { PROGRAMS } from "./room/programs.ts";
import type { Outcome } from "./room/run-program.ts";
import { waitUntil } from "./room/wait-until.ts";
import { connect, disconnect, killHard, tryConnect } from "./vpn/connect.ts";
import { innerHostAnswers } from "./vpn/ping.ts";

const STALE_PIN = `${SERVER} via ${WIFI.home.router} dev wlan0`;

const AS_NOBODY = [PROGRAMS.setpriv, "--reuid=65534", "--regid=65534", "--clear-groups", "--"];

// A healthy connection takes 0.3 s here; through a stale pin the kernel gives up after 72 s.
const HEALTHY_WITHIN_MS = 5_000;

describe("the story: a killed session, another network, one click", () => {
  labTest("connecting is blocked, clean unblocks it, and undo brings the route back", async ({ lab }) => {
    await killInSessionAndMove(lab);
    expect(findingsOf((await doctor(lab.laptop)).report)).toContain("gateway-pin-stale");
    expect((await tryConnect(lab, HEALTHY_WITHIN_MS)).connected).toBe(false);

    await expectDone(clean(lab));
    expect(await lab.laptop.routes()).not.toContain(STALE_PIN);
    const again = await connect(lab);
    expect(await innerHostAnswers(lab)).toBe(true);
    await disconnect(again);

    await expectDone(runHoldfast(lab.laptop, "undo"));
    expect(await lab.laptop.routes()).toContain(STALE_PIN);
  });
});

describe("holdfast clean", () => {
  labTest("leaves a machine on which nothing is wrong", async ({ lab }) => {
    await killInSessionAndMove(lab);
    await clean(lab);
    const { code, report } = await doctor(lab.laptop);
    expect(code).toBe(0);
    expect(report).toMatchObject({ state: "off", findings: [] });
    const resolver = await lab.laptop.readFile(RESOLVER_FILE);
    expect(resolver).not.toContain(VPNC_MARKER);
    expect(resolver).not.toContain(TUNNEL_POOL.resolver);
  });

  labTest("followed by undo leaves every table and the resolver file byte for byte as they were", async ({ lab }) => {
    await killInSessionAndMove(lab);
    const before = await everything(lab);
    await clean(lab);
    expect(await everything(lab)).not.toBe(before);
    await expectDone(runHoldfast(lab.laptop, "undo"));
    expect(await everything(lab)).toBe(before);
  });

  labTest("says at the second time that there is nothing to do, and does nothing", async ({ lab }) => {
    await killInSessionAndMove(lab);
    await clean(lab);
    const after = await everything(lab);
    const second = await clean(lab);
    expect(second.code).toBe(0);
    expect(`${second.stdout}${second.stderr}`).toMatch(/nothing to/i);
    expect(await everything(lab)).toBe(after);
  });

  labTest("only shows its plan with --dry-run", async ({ lab }) => {
    await killInSessionAndMove(lab);
    const before = await everything(lab);
    const { stdout } = await runHoldfast(lab.laptop, "clean", "--dry-run");
    expect(stdout).toContain(SERVER);
    expect(await everything(lab)).toBe(before);
  });

  labTest(
    "refuses with exit code 4 when the table has changed since the preview, and does nothing",
    async ({ lab }) => {
      await killInSessionAndMove(lab);
      const { digest } = (await doctor(lab.laptop)).report.plan;
      await lab.laptop.ip("route", "replace", SERVER, "via", "198.51.100.3", "dev", "wlan0", "onlink");
      const changed = await everything(lab);
      expect(await runHoldfast(lab.laptop, "clean", "--yes", "--digest", digest)).toMatchObject({ code: 4 });
      expect(await everything(lab)).toBe(changed);
    },
  );

  labTest("without rights changes nothing and names the command that has them", async ({ lab }) => {
    await killInSessionAndMove(lab);
    const before = await everything(lab);
    const { code, stdout, stderr } = await lab.laptop.run([...AS_NOBODY, ...HOLDFAST, "clean", "--yes"]);
    expect(code, `${stdout}${stderr}`).toBe(3);
    expect(stderr).toContain("sudo");
    expect(await everything(lab)).toBe(before);
  });

  labTest("applies the plan of the preview when nothing has changed", async ({ lab }) => {
    await killInSessionAndMove(lab);
    const { digest } = (await doctor(lab.laptop)).report.plan;
    await expectDone(runHoldfast(lab.laptop, "clean", "--yes", "--digest", digest));
    expect(await lab.laptop.routes()).not.toContain(STALE_PIN);
  });

  labTest.for(["make-before-break", "flush-first"] as const)(
    "brings a living session back after a switch by %s",
    async (procedure, { lab }) => {
      const vpn = await connect(lab, "without-attempt-reconnect");
      await lab.wifi.join("hot", procedure);
      await expectDone(clean(lab));
      await waitUntil("the inner host answers again", 10_000, () => innerHostAnswers(lab));
      expect(vpn.ending()).toBeUndefined();
      expect((await doctor(lab.laptop)).report.state).toBe("up");
    },
  );
});

async function killInSessionAndMove(lab: Lab): Promise<void> {
  await killHard(await connect(lab));
  await lab.wifi.join("hot", "make-before-break");
}

function clean(lab: Lab): Promise<Outcome> {
  return runHoldfast(lab.laptop, "clean", "--yes");
}

async function expectDone(run: Promise<Outcome>): Promise<void> {
  const { code, stdout, stderr } = await run;
  expect(code, `${stdout}${stderr}`).toBe(0);
}

/** All that a repair may touch here, as text: every routing table, the resolver file, the script's notes. */
async function everything({ laptop }: Lab): Promise<string> {
  const tables = await Promise.all(["-4", "-6"].map((family) => laptop.ip(family, "route", "show", "table", "all")));
  const { stdout: notes } = await laptop.run(["/usr/bin/find", "/run/vpnc", "-type", "f", "-printf", "%p %s %m\n"]);
  return [...tables, await laptop.readFile(RESOLVER_FILE), notes].join("\n");
}

import { describe, expect } from "vitest";
import { labTest } from "../lab-test.ts";
import { readProcess } from "../room/processes.ts";
import { waitUntil } from "../room/wait-until.ts";
import { connect } from "../vpn/connect.ts";
import type { Openconnect } from "../vpn/openconnect.ts";
import { innerHostAnswers } from "../vpn/ping.ts";
import { startGuard } from "./guard.ts";

const isDead = (pid: number) => /^State:\s+Z/m.test(readProcess(pid, "status"));

/** Asks the client twice, the second time while its script runs: then it never learns of the script's end. */
async function leaveDeadScript(vpn: Openconnect): Promise<void> {
  await waitUntil("a dead script is left", 20_000, async () => {
    vpn.signal("SIGUSR2");
    const running = await waitUntil("the script runs", 5_000, () => vpn.children().find((pid) => !isDead(pid)));
    vpn.signal("SIGUSR2");
    return waitUntil("it has ended", 5_000, () => vpn.children().every(isDead) && vpn.children().includes(running));
  });
}

describe("a client with a script that has ended without its knowing", () => {
  labTest("is kept alive all the same", async ({ lab }) => {
    const vpn = await connect(lab, "vpnc-script");
    await leaveDeadScript(vpn);
    const guard = await startGuard(lab);
    await lab.wifi.join("hot", "make-before-break");
    await guard.waitFor("back");
    const ways = guard.reports().flatMap((report) => (report.kind === "acted" ? report.steps : []));
    expect(ways.map(({ step }) => step.op)).toContain("nudge-client");
    expect(await innerHostAnswers(lab)).toBe(true);
    await guard.end();
  });
});

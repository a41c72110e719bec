import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect } from "vitest";
import type { Lab } from "../lab.ts";
import { labTest } from "../lab-test.ts";
import { SERVER, TUNNEL_INTERFACE, WIFI, WIFI_INTERFACE } from "../network/addresses.ts";
import { waitUntil } from "../room/wait-until.ts";
import { connect, disconnect } from "../vpn/connect.ts";
import { innerHostAnswers } from "../vpn/ping.ts";
import { startPings } from "../vpn/pings.ts";
import { auditCounts } from "./audit.ts";
import { emptyChronicle, type Chronicle } from "./chronicle.ts";
import { growthOf } from "./memory.ts";
import { soakPlan } from "./plan.ts";
import { say, startProgress } from "./progress.ts";
import { replay, type Replay } from "./replay.ts";
import { startRouteLog } from "./route-log.ts";
import { readScriptRuns } from "./script-runs.ts";
import { soak } from "./soak.ts";
import { supervise } from "./supervisor.ts";
import { belongingsOf, wholeTable } from "./tidiness.ts";

const SWITCHES = Number(process.env["HOLDFAST_SOAK_SWITCHES"] ?? 15);
const SEED = Number(process.env["HOLDFAST_SOAK_SEED"] ?? Date.now() % 1_000_000);
/** Whoever is cut off for a minute is patient: what is asked is whether keep-alive loses a session, not openconnect. */
const PATIENT = ["--reconnect-timeout=3600"];
const SCRIPT = "noting-vpnc-script";
/** A client that gave up calling calls again after a while; the pauses of keep-alive add up to less. */
const BACK_WITHIN_MS = 120_000;
/** What the heap of a JavaScript engine breathes. */
const FLAT_KB = 10 * 1024;
/** A look takes so long, and what it found may be written. */
const LATE_MS = 100;

describe(`a soak of ${SWITCHES} switches, HOLDFAST_SOAK_SEED=${SEED}`, () => {
  labTest("loses no session, writes nothing wrong and leaves nothing", async ({ lab }) => {
    say(`HOLDFAST_SOAK_SWITCHES=${SWITCHES} HOLDFAST_SOAK_SEED=${SEED}, logs in ${lab.folder}`);
    const chronicle = emptyChronicle();
    const vpn = await connect(lab, SCRIPT, TUNNEL_INTERFACE, PATIENT);
    const tunnel = await tunnelOf(lab);
    const before = await belongingsOf(lab);
    const log = await startRouteLog(lab);
    const supervisor = await supervise(lab, chronicle);
    const pings = startPings(lab, 200);
    const progress = startProgress(SWITCHES, chronicle, supervisor.weigh);
    const onSwitch = (done: number) => {
      progress.done(done);
      if (vpn.ending() !== undefined)
        throw new Error(`the session ended after ${done} switches: ${vpn.log().slice(-300)}`);
    };
    try {
      await soak(soakPlan(SWITCHES, SEED), { lab, chronicle, supervisor, onSwitch });
      await waitUntil("the inner host answers again", BACK_WITHIN_MS, () => innerHostAnswers(lab));
      await waitUntil("the pin is right", 10_000, async () => (await pinsOf(lab)).includes(rightPin(lab)));
    } finally {
      progress.end();
      await supervisor.end();
      await pings.end();
      await writeFile(join(lab.folder, "chronicle.json"), JSON.stringify(chronicle, written, 1));
    }
    const survived = await wholeTable(lab);
    const pins = await pinsOf(lab);
    await log.end();

    const events = log.events();
    const scriptRuns = readScriptRuns(lab);
    const replayed = replay(events, { ...chronicle, scriptRuns, transactions: [...chronicle.transactions.values()] });
    describeSoak(chronicle, replayed);
    say(`answered pings: ${pings.answers.length}, five a second`);
    say(`audit log: ${JSON.stringify(auditCounts(lab))}`);

    expect(vpn.ending()).toBeUndefined();
    expect(await tunnelOf(lab)).toBe(tunnel);
    expect(pins).toEqual([rightPin(lab)]);
    expect(chronicle.faults).toEqual([]);
    expect(replayed.unattributed).toEqual([]);
    expect(replayed.unseen).toEqual([]);
    expect(replayed.writes.filter(({ lateMs }) => lateMs > LATE_MS)).toEqual([]);
    const { earlyKb, lateKb } = growthOf(chronicle.weights);
    if (SWITCHES > 100) expect(lateKb - earlyKb).toBeLessThan(FLAT_KB);

    const after = await belongingsOf(lab);
    expect(after.processes).toEqual(before.processes);
    expect(after.files.filter((file) => !before.files.includes(file) && !isOfHelper(file))).toEqual([]);
    await disconnect(vpn);
    await connect(lab, SCRIPT);
    expect(survived).toEqual(await wholeTable(lab));
  });
});

async function tunnelOf({ laptop }: Lab): Promise<string> {
  return laptop.ip("-4", "-brief", "addr", "show", "dev", TUNNEL_INTERFACE);
}

async function pinsOf({ laptop }: Lab): Promise<string[]> {
  return (await laptop.routes()).filter((route) => route.startsWith(`${SERVER} `));
}

function rightPin({ wifi }: Lab): string {
  return `${SERVER} via ${WIFI[wifi.joined()].router} dev ${WIFI_INTERFACE}`;
}

function isOfHelper(file: string): boolean {
  return file.includes("/holdfast/");
}

function written(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value.values()] : value;
}

function describeSoak({ weights, faults, busy }: Chronicle, { counts, unattributed, unseen, writes }: Replay): void {
  const { earlyKb, lateKb, samples } = growthOf(weights);
  const late = writes.map(({ lateMs }) => lateMs).filter((time) => time > 0);
  say(
    `route events: ${Object.entries(counts)
      .map(([who, count]) => `${count} ${who}`)
      .join(", ")}`,
  );
  say(
    `unattributed ${unattributed.length}, switches not in the log ${unseen.length}, faults ${faults.length}, busy ${busy.length}`,
  );
  say(`writes after their network was left: ${late.length}, latest ${Math.max(0, ...late).toFixed(1)} ms`);
  say(`memory of the longest-lived helper: ${earlyKb} KB, later ${lateKb} KB (${samples} samples)`);
}

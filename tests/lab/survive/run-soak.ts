import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Lab } from "../lab.ts";
import { TUNNEL_INTERFACE } from "../network/addresses.ts";
import { waitUntil } from "../room/wait-until.ts";
import { connect, disconnect } from "../vpn/connect.ts";
import type { Openconnect } from "../vpn/openconnect.ts";
import { innerHostAnswers } from "../vpn/ping.ts";
import { startPings } from "../vpn/pings.ts";
import { emptyChronicle, type Chronicle } from "./chronicle.ts";
import { soakPlan, type PlannedSwitch } from "./plan.ts";
import { startProgress } from "./progress.ts";
import { replay, type Replay } from "./replay.ts";
import { startRouteLog } from "./route-log.ts";
import { readScriptRuns } from "./script-runs.ts";
import { soak } from "./soak.ts";
import { supervise } from "./supervisor.ts";
import { belongingsOf, pinsOf, rightPin, tunnelOf, wholeTable, type Belongings } from "./state-of-laptop.ts";

/** What a soak is to show. */
export interface SoakOutcome {
  readonly chronicle: Chronicle;
  readonly replayed: Replay;
  /** Of some five a second. */
  readonly answeredPings: number;
  readonly before: AtRest;
  readonly after: AtRest;
  /** The tables after the soak, and after connecting anew in the same network. */
  readonly survived: readonly string[];
  readonly fresh: readonly string[];
}

/** The laptop with a connected VPN and no Holdfast. */
interface AtRest {
  /** The client's number while it runs. */
  readonly client: number | null;
  readonly tunnel: string;
  readonly belongings: Belongings;
}

const PING_EVERY_MS = 200;
/** Whoever is cut off for a minute is patient: what is asked is whether keep-alive loses a session, not openconnect. */
const PATIENT = ["--reconnect-timeout=3600"];
const SCRIPT = "noting-vpnc-script";
/** A client that gave up calling calls again after a while; the pauses of keep-alive add up to less. */
const BACK_WITHIN_MS = 120_000;
const PIN_WITHIN_MS = 10_000;

/** Runs a soak of so many switches and looks at what it leaves. Throws when the session ends or does not come back. */
export async function runSoak(lab: Lab, switches: number, seed: number): Promise<SoakOutcome> {
  const vpn = await connect(lab, SCRIPT, TUNNEL_INTERFACE, PATIENT);
  const before = await atRest(lab, vpn);
  const log = await startRouteLog(lab);
  const chronicle = emptyChronicle();
  const answeredPings = await strain(lab, vpn, soakPlan(switches, seed), chronicle);
  const survived = await wholeTable(lab);
  await log.end();
  const transactions = [...chronicle.transactions.values()];
  const replayed = replay(log.events(), { ...chronicle, transactions, scriptRuns: readScriptRuns(lab) });
  const after = await atRest(lab, vpn);
  await disconnect(vpn);
  await connect(lab, SCRIPT);
  return { chronicle, replayed, answeredPings, before, after, survived, fresh: await wholeTable(lab) };
}

/** Everything in which Holdfast runs; gives the number of answered pings. */
async function strain(
  lab: Lab,
  vpn: Openconnect,
  plan: readonly PlannedSwitch[],
  chronicle: Chronicle,
): Promise<number> {
  const supervisor = await supervise(lab, chronicle);
  const pings = startPings(lab, PING_EVERY_MS);
  const progress = startProgress(plan.length, chronicle, supervisor.weigh);
  const onSwitch = (done: number) => {
    progress.done(done);
    if (vpn.ending() !== undefined) throw new Error(`the session ended after ${done} switches:\n${vpn.log()}`);
  };
  try {
    await soak(plan, { lab, chronicle, supervisor, onSwitch });
    await waitUntil("the inner host answers again", BACK_WITHIN_MS, () => innerHostAnswers(lab));
    await waitUntil("the pin is right", PIN_WITHIN_MS, async () => (await pinsOf(lab)).includes(rightPin(lab)));
  } finally {
    progress.end();
    await writeFile(join(lab.folder, "chronicle.json"), JSON.stringify(chronicle, written, 1));
    await supervisor.end();
    await pings.end();
  }
  return pings.answers.length;
}

async function atRest(lab: Lab, vpn: Openconnect): Promise<AtRest> {
  const client = vpn.ending() === undefined ? vpn.pid : null;
  return { client, tunnel: await tunnelOf(lab), belongings: await belongingsOf(lab) };
}

/** JSON knows no maps. */
function written(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value.values()] : value;
}

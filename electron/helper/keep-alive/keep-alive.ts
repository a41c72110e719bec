import type { KeepAliveReport } from "../../../shared/contract/keep-alive.ts";
import { advance, watching, withFailedAction } from "../../../shared/keep-alive/advance.ts";
import type { Verdict } from "../../../shared/keep-alive/advance.ts";
import type { KeepAliveLook } from "../../../shared/keep-alive/look.ts";
import { NOTHING_KEPT } from "../../../shared/keep-alive/memory.ts";
import type { Memory } from "../../../shared/keep-alive/memory.ts";
import { Refusal } from "../refusal.ts";
import type { Session } from "../session.ts";
import { act } from "./act.ts";
import type { Acted } from "./act.ts";
import { createAlarm } from "./alarm.ts";
import { forgetGhosts } from "./forget-ghosts.ts";
import { getReady } from "./get-ready.ts";
import { lockAhead } from "./lock-ahead.ts";
import { pinLedger } from "./pin-ledger.ts";
import { quickHost } from "./quick-host.ts";
import { routerAsker } from "./router-asker.ts";
import { untilNews } from "./until-news.ts";
import type { NextNews, Waiting } from "./until-news.ts";
import { watcher } from "./watcher.ts";

/** Milliseconds until the next look after one that could not be made. */
const AFTER_FAILURE = 1_000;

/**
 * Keeps living VPNs alive over changes of the network until the signal aborts, and reports what happens. Listens to the
 * kernel, judges what it sees itself, and touches nothing while all is well (02-architecture, "Keep-alive"). Throws
 * Refusal `busy` when another helper does it already.
 */
export async function keepAlive(
  session: Session,
  send: (report: KeepAliveReport) => void,
  end: AbortSignal,
): Promise<void> {
  const release = await session.host.lockKeepAlive();
  session.host.hurry();
  const quick = session.host.quickObserver();
  const ledger = pinLedger(session);
  const alarm = createAlarm(end);
  const asker = routerAsker(quick);
  const lock = lockAhead(session.host);
  let tunnels: readonly string[] = [];
  // What the kernel knows of neighbours changes all the time; it is news only when it was asked for.
  const stopListening = quick.listen((kind) => {
    if (kind === "neighbour" && !asker.isWaiting()) return;
    if (kind === "routing" && tunnels.length > 0) lock.begin();
    alarm.ring();
  });
  try {
    const settled = new Set<string>();
    await getReady(session, settled).catch((error: unknown) => note(session, error));
    const host = { ...quickHost(session.host, quick, () => tunnels), lock: lock.lock };
    const round: Round = {
      session: { ...session, host },
      settled,
      look: watcher(quick, ledger),
      askForRouters: asker.ask,
      send,
      async end(memory) {
        tunnels = [...memory.values()].map(({ client }) => client.interface);
        await lock.drop();
      },
    };
    await rounds(round, untilNews(alarm.next, quick));
  } finally {
    ledger.keep();
    await lock.drop();
    stopListening();
    quick.end();
    release();
  }
}

interface Round {
  readonly session: Session;
  /** Transactions that need no look any more. */
  readonly settled: Set<string>;
  askForRouters(look: KeepAliveLook): Promise<void>;
  end(memory: Memory): Promise<void>;
  look(since: number): Promise<KeepAliveLook>;
  send(report: KeepAliveReport): void;
}

async function rounds(round: Round, next: NextNews): Promise<void> {
  let memory: Memory | null = null;
  let wait: Waiting = { lookAgainIn: 0, waitsForTraffic: new Map() };
  for (let since = await next(wait); since !== null; since = await next(wait)) {
    try {
      const look = await round.look(since);
      const verdict = advance(memory ?? NOTHING_KEPT, look);
      if (memory === null && verdict.memory.size === 0) round.send(watching(verdict.memory, look.facts));
      memory = await follow(round, verdict, look);
      wait = verdict;
    } catch (error) {
      note(round.session, error);
      wait = { lookAgainIn: AFTER_FAILURE, waitsForTraffic: new Map() };
    }
    await round.end(memory ?? NOTHING_KEPT);
  }
}

// What is reported waits until it is done: each line costs time that the tunnel is silent.
async function follow(round: Round, verdict: Verdict, look: KeepAliveLook): Promise<Memory> {
  const { send, askForRouters } = round;
  const acted = verdict.actions.length === 0 ? null : await carryOutAll(round, verdict, look);
  for (const report of verdict.reports) send(report);
  if (acted !== null) send(acted);
  await askForRouters(look);
  if (verdict.actions.length === 0 || (acted !== null && acted.steps.every(({ err }) => err === null))) {
    return verdict.memory;
  }
  const pids = verdict.actions.flatMap(({ client }) => client?.pid ?? []);
  return withFailedAction(verdict.memory, pids, look);
}

/** What was done, null when it was refused. */
async function carryOutAll({ session, settled }: Round, verdict: Verdict, look: KeepAliveLook): Promise<Acted | null> {
  try {
    const acted = await act(session, look.facts, verdict.actions, settled);
    const failed = acted.steps.filter(({ err }) => err !== null).length;
    const counts = { done: acted.steps.length - failed, failed };
    session.audit({ op: "keep-alive", uid: session.caller.uid, result: "ok", txn: acted.txn, counts });
    await forgetGhosts(session, look, askedIn(acted));
    return acted;
  } catch (error) {
    note(session, error);
    return null;
  }
}

function askedIn({ steps }: Acted): ReadonlySet<number> {
  const done = steps.filter(({ err }) => err === null);
  return new Set(done.flatMap(({ step }) => (step.op === "nudge-client" ? [step.pid] : [])));
}

function note({ audit, caller }: Session, error: unknown): void {
  const result = error instanceof Refusal ? error.code : "internal";
  const detail = error instanceof Refusal ? {} : { detail: String(error) };
  audit({ op: "keep-alive", uid: caller.uid, result, ...detail });
}

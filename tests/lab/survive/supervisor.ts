import { setTimeout as pause } from "node:timers/promises";
import type { KeepAliveReport } from "../../../shared/contract/keep-alive.ts";
import type { Lab } from "../lab.ts";
import { readProcess } from "../room/processes.ts";
import { waitUntil } from "../room/wait-until.ts";
import type { Chronicle } from "./chronicle.ts";
import { isDead, startGuardingApp, type GuardingApp } from "./guarding-app.ts";
import { readTransactions } from "./journal-reader.ts";
import type { PlannedKill } from "./plan.ts";
import { wallClock } from "./wall-clock.ts";

/** Keeps `holdfast guard` running on the laptop, kills it or its helper when told to, and writes down what it says. */
export interface Supervisor {
  /** Begins a planned kill; the next one waits for its end. */
  kill(planned: PlannedKill): void;
  /** Notes how much memory the present helper has. */
  weigh(): void;
  /** Ends the guard in order and resolves when its helper is gone. Safe to call twice. */
  end(): Promise<void>;
}

const LOOK_AGAIN_MS = 250;
/** A helper that has lost its guard ends within so many milliseconds. */
const END_WITHIN_MS = 5_000;
/** A guard that has lost its helper starts another within so many milliseconds. */
const RESTART_WITHIN_MS = 10_000;

/** Starts the first guard. */
export async function supervise(lab: Lab, chronicle: Chronicle): Promise<Supervisor> {
  let app: GuardingApp | null = null;
  let isWanted = true;
  let kills: Promise<void> = Promise.resolve();
  const killed = new Set<number>();
  const seen = new Set<number>();

  const blame = (error: unknown) => void chronicle.faults.push(String(error));
  const noteTransactions = () => {
    for (const one of readTransactions(lab.laptop, chronicle.transactions)) chronicle.transactions.set(one.txn, one);
  };
  const onReport = (report: KeepAliveReport) => {
    chronicle.reports.push({ at: wallClock(), report });
    if (report.kind === "acted") noteTransactions();
  };
  const start = async () => {
    app = await startGuardingApp(lab, onReport);
  };
  const killHelper = async (victim: GuardingApp, helper: number) => {
    killed.add(helper);
    process.kill(helper, "SIGKILL");
    await waitUntil("guard has another helper", RESTART_WITHIN_MS, () => {
      const next = victim.helper();
      return next !== undefined && next !== helper;
    });
  };
  const killApp = async (victim: GuardingApp, helper: number, restartAfterMs: number) => {
    app = null;
    killed.add(helper);
    process.kill(victim.pid, "SIGKILL");
    void waitUntil(`helper ${helper} is gone`, END_WITHIN_MS, () => isDead(helper)).catch(blame);
    await pause(restartAfterMs);
    await start();
  };
  const carryOut = async ({ who, afterMs, restartAfterMs }: PlannedKill) => {
    await pause(afterMs);
    const helper = app?.helper();
    if (app === null || helper === undefined) return blame("there was nobody to kill");
    chronicle.kills.push({ at: wallClock(), who });
    await (who === "app" ? killApp(app, helper, restartAfterMs) : killHelper(app, helper));
  };
  // Whoever ends without having been killed has failed.
  const watch = async () => {
    for (; isWanted; await pause(LOOK_AGAIN_MS)) {
      const helper = app?.helper();
      if (helper !== undefined) seen.add(helper);
      if (app?.hasEnded() === true) throw new Error("guard ended by itself");
    }
    // The present one may live.
    const lost = [...seen].filter((pid) => pid !== app?.helper() && !killed.has(pid));
    if (lost.length > 0) blame(`${lost.length} helpers ended by themselves`);
  };

  await start();
  const watching = watch().catch(blame);
  return {
    kill: (planned) => void (kills = kills.then(() => carryOut(planned)).catch(blame)),
    weigh() {
      const helper = app?.helper();
      const resident = helper && /^VmRSS:\s+(\d+) kB/m.exec(readProcess(helper, "status"))?.[1];
      if (helper === undefined || resident == null) return;
      chronicle.weights.push({ pid: helper, at: wallClock(), residentKb: Number(resident) });
    },
    async end() {
      await kills;
      isWanted = false;
      await watching;
      const last = app;
      app = null;
      await last?.end();
      noteTransactions();
    },
  };
}

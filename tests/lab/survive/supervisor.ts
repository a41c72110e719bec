import { setTimeout as pause } from "node:timers/promises";
import * as v from "valibot";
import { KeepAliveReport } from "../../../shared/contract/keep-alive.ts";
import type { Lab } from "../lab.ts";
import { readProcess } from "../room/processes.ts";
import type { Chronicle } from "./chronicle.ts";
import { readTransactions } from "./journal-reader.ts";
import { startKeepingApp, type KeepingApp } from "./kept-by-helper.ts";
import type { PlannedKill } from "./plan.ts";
import { wallClock } from "./wall-clock.ts";

/** Keeps an app with its helper running on the laptop, kills it when told to, and writes down what it says. */
export interface Supervisor {
  /** Begins a planned kill; the next one waits for its end. */
  kill(planned: PlannedKill): void;
  /** Notes how much memory the present helper has. */
  weigh(): void;
  /** Ends the app in order and resolves when its helper is gone. Safe to call twice. */
  end(): Promise<void>;
}

const Line = v.variant("ok", [
  v.looseObject({ ok: v.literal(true), report: KeepAliveReport }),
  v.looseObject({ ok: v.literal(false), err: v.string() }),
]);

const LOOK_AGAIN_MS = 250;

/** Starts the first app. */
export async function supervise(lab: Lab, chronicle: Chronicle): Promise<Supervisor> {
  let app: KeepingApp | null = null;
  let refusal: string | null = null;
  let isWanted = true;
  let kills: Promise<void> = Promise.resolve();

  const blame = (error: unknown) => void chronicle.faults.push(String(error));
  const noteTransactions = () => {
    for (const one of readTransactions(lab.laptop, chronicle.transactions)) chronicle.transactions.set(one.txn, one);
  };
  const onLine = (text: string) => {
    const line = v.parse(Line, JSON.parse(text));
    if (!line.ok) {
      refusal = line.err;
      return;
    }
    chronicle.reports.push({ at: wallClock(), report: line.report });
    if (line.report.kind === "acted") noteTransactions();
  };
  const start = async () => {
    refusal = null;
    app = await startKeepingApp(lab, onLine);
  };
  const carryOut = async ({ who, afterMs, restartAfterMs }: PlannedKill) => {
    await pause(afterMs);
    const victim = app;
    if (victim === null || victim.hasEnded()) return;
    app = null;
    chronicle.kills.push({ at: wallClock(), who });
    process.kill(who === "app" ? victim.pid : victim.helper, "SIGKILL");
    void victim.helperIsGone().catch(blame);
    await pause(restartAfterMs);
    await start();
  };
  // One that ends unbidden is started again: after "busy" that is right, because the helper before may still be ending.
  const watch = async () => {
    for (; isWanted; await pause(LOOK_AGAIN_MS)) {
      if (app?.hasEnded() !== true) continue;
      app = null;
      if (refusal === "busy") chronicle.busy.push(wallClock());
      else blame(`the helper ended by itself: ${refusal ?? "no word"}`);
      await start();
    }
  };

  await start();
  const watching = watch().catch(blame);
  return {
    kill: (planned) => void (kills = kills.then(() => carryOut(planned)).catch(blame)),
    weigh() {
      const resident = app && /^VmRSS:\s+(\d+) kB/m.exec(readProcess(app.helper, "status"))?.[1];
      if (app === null || resident == null) return;
      chronicle.weights.push({ pid: app.helper, at: wallClock(), residentKb: Number(resident) });
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

import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { electronProgram } from "../../e2e/app/start-app.ts";
import type { Desktop } from "../../e2e/stage/desktop.ts";
import { startProgram } from "../../lab/room/start-program.ts";
import { spreadOf } from "./spread.ts";
import type { Spread } from "./spread.ts";
import { APPS, argumentsOf } from "./apps.ts";
import type { AppName } from "./apps.ts";
import { countersOf, processTree } from "./process-tree.ts";
import { listenToTray } from "./tray-registrations.ts";
import type { TrayRegistrations } from "./tray-registrations.ts";

/** How an app starts. */
export interface StartFigures {
  /** Milliseconds from the start of its program to its icon in the tray. */
  readonly toTray: Spread;
  /** Seconds of processor that all its processes had taken by then. */
  readonly processor: Spread;
}

/** Between two starts, so that what ends does not disturb what starts; milliseconds. */
const PAUSE = 1_000;

/** Starts each app so many times, in turns, and once before that to have its files in memory. */
export async function measureStarts(desktop: Desktop, count: number): Promise<Record<AppName, StartFigures>> {
  const tray = await listenToTray(desktop.env);
  const seen: Record<AppName, Start[]> = { bare: [], "bare-with-window": [], holdfast: [] };
  try {
    for (let round = 0; round <= count; round += 1) {
      for (const name of APPS) {
        const start = await startOnce(name, desktop, tray);
        if (round > 0) seen[name].push(start);
        await pause(PAUSE);
      }
    }
  } finally {
    await tray.stop();
  }
  const figures = (name: AppName): StartFigures => ({
    toTray: spreadOf(seen[name].map(({ toTray }) => toTray)),
    processor: spreadOf(seen[name].map(({ processor }) => processor)),
  });
  return {
    bare: figures("bare"),
    "bare-with-window": figures("bare-with-window"),
    holdfast: figures("holdfast"),
  };
}

interface Start {
  readonly toTray: number;
  readonly processor: number;
}

async function startOnce(name: AppName, desktop: Desktop, tray: TrayRegistrations): Promise<Start> {
  const words = [await electronProgram(), ...(await argumentsOf(name, desktop.folder))];
  const begin = performance.timeOrigin + performance.now();
  const app = startProgram(words, { stdio: "ignore", env: desktop.env });
  const ended = once(app, "exit");
  try {
    const toTray = (await tray.after(begin)) - begin;
    const counters = [...countersOf(processTree(app.pid ?? 0)).values()];
    return { toTray, processor: counters.reduce((sum, { processor }) => sum + processor, 0) };
  } finally {
    app.kill("SIGTERM");
    await ended;
  }
}

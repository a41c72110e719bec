import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { UNSEEN_FOR } from "../../../electron/main/popover/throw-away-unseen.ts";
import { electronProgram } from "../../e2e/app/start-app.ts";
import type { Desktop } from "../../e2e/stage/desktop.ts";
import { eventually } from "../../e2e/stage/eventually.ts";
import { createLab } from "../../lab/lab.ts";
import type { Lab } from "../../lab/lab.ts";
import { PROGRAMS } from "../../lab/room/programs.ts";
import { connect } from "../../lab/vpn/connect.ts";
import { activitySince } from "./activity.ts";
import { APPS, argumentsOf } from "./apps.ts";
import type { AppName } from "./apps.ts";
import type { ProcessMemory } from "./proc-figures.ts";
import { countersOf, memoryOf, processTree, writesOf } from "./process-tree.ts";

/** What an app takes while nothing happens. */
export interface RestFigures {
  /** Right after the start, when the popover can still be opened at once. */
  readonly early: ProcessMemory;
  /** At the end of the time in which it was left alone. */
  readonly late: ProcessMemory;
  readonly processes: number;
  /** Seconds of processor. */
  readonly processor: number;
  readonly wakeUps: number;
  /** Programs and copies of itself that it started. */
  readonly forks: number;
  readonly newThreads: number;
  /** Bytes. */
  readonly diskWrites: number;
  readonly allWrites: number;
}

/** Until then an app has done what it does once; milliseconds. */
const STARTED = 20_000;
/** Longer than Holdfast keeps a popover that nobody sees. */
const SETTLED = UNSEEN_FOR + 30_000;
/** How often it is looked which threads there are: one that comes and goes in between is taken for a program. */
const LOOK_EVERY = 500;

/** Lets all apps run at the same time for so many seconds, each on a laptop of its own on which a VPN is up. */
export async function measureRest(desktop: Desktop, seconds: number): Promise<Record<AppName, RestFigures>> {
  const labs: Lab[] = [];
  const apps: RunningApp[] = [];
  try {
    for (const name of APPS) {
      const lab = await createLab();
      labs.push(lab);
      await connect(lab);
      apps.push(await startOn(lab, name, desktop));
    }
    await pause(STARTED);
    const early = apps.map(({ pid }) => memoryOf(processTree(pid)));
    await pause(SETTLED - STARTED);
    // What they share is divided among them: none ends before all have been looked at.
    const rest = await Promise.all(apps.map((app) => restOf(app, seconds)));
    return byName(early, rest);
  } finally {
    for (const app of apps) await app.stop();
    for (const lab of labs) await lab.destroy();
  }
}

function byName(
  early: readonly ProcessMemory[],
  rest: readonly Omit<RestFigures, "early">[],
): Record<AppName, RestFigures> {
  const figures = (name: AppName): RestFigures => {
    const [before, later] = [early[APPS.indexOf(name)], rest[APPS.indexOf(name)]];
    if (before === undefined || later === undefined) throw new Error(`${name} was not measured`);
    return { early: before, ...later };
  };
  return { bare: figures("bare"), "bare-with-window": figures("bare-with-window"), holdfast: figures("holdfast") };
}

interface RunningApp {
  readonly lab: Lab;
  readonly pid: number;
  stop(): Promise<void>;
}

async function startOn(lab: Lab, name: AppName, desktop: Desktop): Promise<RunningApp> {
  const words = [await electronProgram(), ...(await argumentsOf(name, desktop.folder))];
  const app = lab.laptop.spawn(words, { stdio: "ignore", env: { ...desktop.env } });
  const ended = once(app, "exit");
  const pid = await eventually(`${name} runs`, async () => processTree(app.pid ?? 0)[1]);
  return {
    lab,
    pid,
    async stop() {
      app.kill("SIGTERM");
      await ended;
    },
  };
}

async function restOf({ lab, pid }: RunningApp, seconds: number): Promise<Omit<RestFigures, "early">> {
  const before = processTree(pid);
  const written = writesOf(before);
  const log = activitySince(countersOf(before));
  const newest = await newestPid(lab);
  const endAt = performance.now() + seconds * 1_000;
  while (performance.now() < endAt) {
    await pause(Math.min(LOOK_EVERY, Math.max(0, endAt - performance.now())));
    log.note(countersOf(processTree(pid)));
  }
  // The probe itself is one of those that were started.
  const started = (await newestPid(lab)) - newest - 1;
  const { processor, wakeUps, newThreads } = log.total();
  const after = processTree(pid);
  const late = writesOf(after);
  return {
    late: memoryOf(after),
    processes: after.length,
    processor,
    wakeUps,
    // Linux numbers threads as it numbers processes.
    forks: started - newThreads,
    newThreads,
    diskWrites: late.disk - written.disk,
    allWrites: late.all - written.all,
  };
}

/** The number that the laptop gives to a process that is started now: it counts all that were. */
async function newestPid({ laptop }: Lab): Promise<number> {
  const { stdout } = await laptop.run([PROGRAMS.cat, "/proc/self/stat"]);
  return Number.parseInt(stdout, 10);
}

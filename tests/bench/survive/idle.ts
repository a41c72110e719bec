import { setTimeout as pause } from "node:timers/promises";
import { createLab } from "../../lab/lab.ts";
import type { Lab } from "../../lab/lab.ts";
import { descendantsOf, readProcess } from "../../lab/room/processes.ts";
import { PROGRAMS } from "../../lab/room/programs.ts";
import { startRouteLog } from "../../lab/survive/route-log.ts";
import { startHelper } from "./hands.ts";
import { startNews } from "./kernel-news.ts";
import { beginSession } from "./session.ts";

/** What keep-alive costs while nothing happens. */
export interface IdleFigures {
  readonly seconds: number;
  readonly forks: number;
  readonly routeWrites: number;
  /** Of one processor. */
  readonly processorPercent: number;
  readonly reports: number;
  /** What the kernel had to tell: each line wakes the helper. */
  readonly news: number;
}

/** The kernel counts the time of a process in hundredths of a second (USER_HZ). */
const TICKS_PER_SECOND = 100;
/** What the helper does for its beginning is not idle: it is over when so long nothing was started. */
const SETTLED_AFTER_MS = 3_000;

/** Lets the helper watch a VPN for so many seconds in which nothing changes. */
export async function measureIdle(seconds: number): Promise<IdleFigures> {
  const lab = await createLab();
  try {
    await beginSession(lab, "vpnc-script");
    const log = await startRouteLog(lab);
    const helper = await startHelper(lab);
    const news = startNews(lab);
    await untilSettled(lab);
    const begin = {
      reports: helper.lines.length,
      ticks: ticksOf(helper.pid),
      routes: log.events().length,
      news: news(),
    };
    const before = await newestPid(lab);
    await pause(seconds * 1_000);
    // The probe itself is one of those that were started.
    const forks = (await newestPid(lab)) - before - 1;
    return {
      seconds,
      forks,
      routeWrites: log.events().length - begin.routes,
      processorPercent: (100 * (ticksOf(helper.pid) - begin.ticks)) / TICKS_PER_SECOND / seconds,
      reports: helper.lines.length - begin.reports,
      news: news() - begin.news,
    };
  } finally {
    await lab.destroy();
  }
}

async function untilSettled(lab: Lab): Promise<void> {
  for (let before = await newestPid(lab); ;) {
    await pause(SETTLED_AFTER_MS);
    const now = await newestPid(lab);
    if (now === before + 1) return;
    before = now;
  }
}

/** The number that the laptop gives to a process that is started now: it counts all that were. */
async function newestPid({ laptop }: Lab): Promise<number> {
  const { stdout } = await laptop.run([PROGRAMS.cat, "/proc/self/stat"]);
  return Number.parseInt(stdout, 10);
}

/** Processor time of a process, of all below it, and of those of them that have ended. */
function ticksOf(pid: number): number {
  return [pid, ...descendantsOf(pid)].map(ownTicks).reduce((sum, ticks) => sum + ticks, 0);
}

function ownTicks(pid: number): number {
  // The program's name, in brackets, may hold anything: what counts begins behind the last bracket.
  const fields = readProcess(pid, "stat").split(")").at(-1)?.trim().split(" ") ?? [];
  return [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field] ?? 0), 0);
}

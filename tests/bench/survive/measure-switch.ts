import { setTimeout as pause } from "node:timers/promises";
import type { Lab } from "../../lab/lab.ts";
import { wallClock } from "../../lab/survive/wall-clock.ts";
import type { Pings } from "../../lab/vpn/pings.ts";
import type { Change } from "./changes.ts";
import { rescue, type Session } from "./session.ts";
import { isQuietAgain, longestSilence } from "./silence.ts";

/** What one change of network did to a session. */
export interface Switched {
  /** Milliseconds of silence in the tunnel; null when it was not over within the time given. */
  readonly silence: number | null;
  readonly survived: boolean;
}

/** Where switches are measured. */
export interface Track {
  readonly lab: Lab;
  readonly session: Session;
  readonly pings: Pings;
  readonly change: Change;
}

const LOOK_AGAIN_MS = 10;
/** Nothing that happens in regular intervals shall always meet the same moment of a switch. */
const PHASE_MS = { least: 100, most: 600 } as const;

/** So long a person may wait for the tunnel before it counts as lost until somebody helps. */
export const PATIENCE_MS = 60_000;

/** Makes the change once at a random moment and waits until the tunnel is answered again, or is helped by hand. */
export async function measureSwitch({ lab, session, pings, change }: Track): Promise<Switched> {
  await pause(PHASE_MS.least + Math.random() * (PHASE_MS.most - PHASE_MS.least));
  const begin = wallClock();
  await change.make();
  const isBack = await quietAgain(pings, wallClock(), begin + PATIENCE_MS);
  const found = { silence: isBack ? longestSilence(pings.answers, begin) : null, survived: await session.survives() };
  if (!isBack) await rescue(lab, session);
  return found;
}

/** Takes the change back where that is needed: the next begins with a tunnel that carries something, whoever got it there. */
export async function prepareNext({ lab, session, pings, change }: Track): Promise<void> {
  if (change.takeBack === null) return;
  await change.takeBack(session.vpn);
  const done = wallClock();
  if (!(await quietAgain(pings, done, done + PATIENCE_MS))) await rescue(lab, session);
}

async function quietAgain(pings: Pings, since: number, deadline: number): Promise<boolean> {
  while (!isQuietAgain(pings.answers, since, wallClock())) {
    if (wallClock() > deadline) return false;
    await pause(LOOK_AGAIN_MS);
  }
  return true;
}

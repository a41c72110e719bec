import { setTimeout as pause } from "node:timers/promises";
import type { Lab } from "../../lab/lab.ts";
import { wallClock } from "../../lab/survive/wall-clock.ts";
import type { Pings } from "../../lab/vpn/pings.ts";
import type { Change } from "./changes.ts";
import type { Session } from "./session.ts";
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

/** Makes the change once at a random moment, waits until the tunnel is answered again, and undoes what has to be undone. */
export async function measureSwitch({ session, pings, change }: Track, withinMs: number): Promise<Switched> {
  await pause(PHASE_MS.least + Math.random() * (PHASE_MS.most - PHASE_MS.least));
  const begin = wallClock();
  await change.make();
  const made = wallClock();
  const isBack = await quietAgain(pings, made, begin + withinMs);
  return { silence: isBack ? longestSilence(pings.answers, begin) : null, survived: await session.survives() };
}

/** Prepares the next switch where that takes something, and waits for the tunnel. */
export async function takeBack({ session, pings, change }: Track, withinMs: number): Promise<boolean> {
  if (change.takeBack === null) return true;
  await change.takeBack(session.vpn);
  const done = wallClock();
  return quietAgain(pings, done, done + withinMs);
}

async function quietAgain(pings: Pings, since: number, deadline: number): Promise<boolean> {
  while (!isQuietAgain(pings.answers, since, wallClock())) {
    if (wallClock() > deadline) return false;
    await pause(LOOK_AGAIN_MS);
  }
  return true;
}

import { setTimeout as pause } from "node:timers/promises";

const LOOK_AGAIN_MS = 15;

/** What a look at the world gave: a value, or "not yet". */
type Look<T> = T | undefined | false;

/**
 * Looks again and again until `look` gives something, and returns that. Throws an error that names `what` when
 * `deadlineMs` milliseconds have passed; an error thrown by `look` itself ends the wait at once.
 */
export async function waitUntil<T>(
  what: string,
  deadlineMs: number,
  look: () => Look<T> | Promise<Look<T>>,
): Promise<T> {
  const giveUpAt = performance.now() + deadlineMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (performance.now() > giveUpAt) throw new Error(`waited ${deadlineMs} ms in vain until ${what}`);
    await pause(LOOK_AGAIN_MS);
  }
}

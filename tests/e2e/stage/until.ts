import { setTimeout as pause } from "node:timers/promises";

/** Time between two looks, in milliseconds. */
const INTERVAL = 20;

/**
 * Looks again and again until there is an answer.
 * @param what what is waited for, for the error: "the tray icon appears"
 * @param look answers `undefined` as long as it is not there yet; may throw, which ends the waiting
 * @param deadline milliseconds
 * @throws Error that names `what` when the deadline has passed
 */
export async function until<T>(what: string, look: () => Promise<T | undefined>, deadline = 10_000): Promise<T> {
  const end = performance.now() + deadline;
  for (;;) {
    const answer = await look();
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`waited ${deadline} ms in vain until ${what}`);
    await pause(INTERVAL);
  }
}

import { setTimeout as pause } from "node:timers/promises";

/** Waits until the condition holds; throws with its description when it does not within the deadline (milliseconds). */
export async function until(description: string, condition: () => boolean, deadline = 10_000): Promise<void> {
  const end = Date.now() + deadline;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited in vain: ${description}`);
    await pause(10);
  }
}

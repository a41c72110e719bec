import { waitUntil } from "../../lab/room/wait-until.ts";

/** Nothing on a desktop takes longer unless it will never happen; milliseconds. */
export const DEADLINE = 10_000;

/** Waits until a look at the desktop gives something, and answers that; throws an error that names `what` if it never does. */
export function eventually<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  return waitUntil(what, DEADLINE, look);
}

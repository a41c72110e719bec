import { setImmediate as nextTurn } from "node:timers/promises";

/** How many entries are worked on before other work gets a turn: about a millisecond of /proc. */
const BATCH = 16;

/** Maps a list by a function that blocks for a moment, without blocking the program for long. */
export async function mapInTurns<Entry, Result>(
  entries: readonly Entry[],
  map: (entry: Entry) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [index, entry] of entries.entries()) {
    if (index % BATCH === BATCH - 1) await nextTurn();
    results.push(map(entry));
  }
  return results;
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readJournalText } from "../../../electron/helper/journal/journal-line.ts";
import { STATE_DIRECTORIES } from "../../../electron/helper/system/places-of.ts";
import type { Laptop } from "../laptop/laptop.ts";
import { isGone } from "../room/processes.ts";
import type { Transaction } from "./chronicle.ts";

const NAME = /^[0-9a-f]{32}$/;

/** Reads the helper's journal on the laptop: all transactions that are in it and not yet in `known`. */
export function readTransactions({ pid }: Laptop, known: ReadonlyMap<string, unknown>): Transaction[] {
  const folder = join(`/proc/${pid}/root`, STATE_DIRECTORIES.linux);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => NAME.test(name) && !known.has(name));
  return names.flatMap((name) => readTransaction(join(folder, name)));
}

function readTransaction(path: string): Transaction[] {
  const [begin] = readJournalText(textOf(path));
  if (begin?.record !== "begin") return [];
  return [{ txn: begin.txn, at: begin.at, steps: begin.steps.map(({ planned }) => planned.step) }];
}

// The helper removes old ones at any moment.
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (isGone(error)) return "";
    throw error;
  }
}

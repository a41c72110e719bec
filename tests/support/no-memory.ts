import type { Memory } from "../../electron/observe/kept/memory.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";

/** A memory that knows nothing and keeps nothing. */
export const NO_MEMORY: Memory = {
  history: { read: () => EMPTY_HISTORY, keep: (_base, mine) => mine },
  timeline: { read: () => [], keep: (entries) => entries },
};

import { join } from "node:path";
import { HistoryDocument, historyIn } from "../../../shared/history/documents.ts";
import type { History } from "../../../shared/history/history.ts";
import { mergeHistories } from "../../../shared/history/merge-histories.ts";
import { keptFile } from "./kept-file.ts";
import type { KeptFileDescription } from "./kept-file.ts";

/** 64 servers, 4096 prefixes and 64 pins take less than 300 KiB, also with the longest addresses. */
const MOST_BYTES = 512 * 1024;

/** The history of earlier runs, shared with other programs that watch this machine. */
export interface HistoryFile {
  /** What is remembered, in the light of the running boot of the kernel. Read anew with each call. */
  read(): History;
  /**
   * Keeps `mine`, together with what others have kept since; gives back both. `base` is what `mine` came from: the
   * history that was read, or that the last call gave back. Nothing is written when the file holds the same already.
   */
  keep(base: History, mine: History): History;
}

/** `boot` is the id of the running boot, empty when it is not known. */
export function historyFile(
  folder: string,
  boot: string,
  options: Pick<KeptFileDescription<HistoryDocument>, "unusable" | "onProblem">,
): HistoryFile {
  const path = join(folder, "history.json");
  const file = keptFile({ path, schema: HistoryDocument, mostBytes: MOST_BYTES, ...options });
  return {
    read: () => historyIn(file.read(), boot),
    keep(base, mine) {
      const document = file.read();
      const merged = mergeHistories(base, mine, historyIn(document, boot));
      const kept: HistoryDocument = { schema: 1, boot, history: merged };
      if (JSON.stringify(kept) !== JSON.stringify(document)) file.write(kept);
      return merged;
    },
  };
}

import { historyFile } from "./history-file.ts";
import type { HistoryFile } from "./history-file.ts";
import type { KeptFileDescription } from "./kept-file.ts";
import { timelineFile } from "./timeline-file.ts";
import type { TimelineFile } from "./timeline-file.ts";

/** What is kept between runs. */
export interface Memory {
  readonly history: HistoryFile;
  readonly timeline: TimelineFile;
}

/** The memory in a folder; `boot` is the id of the running boot of the kernel, empty when it is not known. */
export function openMemory(
  folder: string,
  boot: string,
  options: Pick<KeptFileDescription<unknown>, "unusable" | "onProblem">,
): Memory {
  return { history: historyFile(folder, boot, options), timeline: timelineFile(folder, options) };
}

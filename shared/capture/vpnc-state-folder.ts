import * as v from "valibot";
import { observed, partlyObserved } from "../snapshot/part.ts";
import type { OutputParser } from "./contribution.ts";
import { isRecording, readRecords } from "./proc-records.ts";
import { routerHintsOf, stateFileOf } from "./vpnc-state-file.ts";

/** First line of `holdfast state-files`. */
export const StateFilesHeader = v.object({
  holdfast: v.literal("state-files"),
  schema: v.literal(1),
  /** The folder could be listed, or does not exist: then no other state file exists. */
  complete: v.boolean(),
});
export type StateFilesHeader = v.InferOutput<typeof StateFilesHeader>;

/** A further line: one file of the folder. */
export const StateFileEntry = v.object({
  path: v.string(),
  /** Its text, at most 4 KiB; null when it could not be read. */
  content: v.nullable(v.string()),
});
export type StateFileEntry = v.InferOutput<typeof StateFileEntry>;

/** `holdfast state-files`: the whole of vpnc-script's state folder, so that a missing file is known to be missing. */
export const vpncStateFolder: OutputParser = {
  os: "any",
  understands: (source) => isRecording(source, "state-files"),
  parse(text) {
    const { header, entries } = readRecords(text, StateFilesHeader, StateFileEntry);
    const files = entries.map((entry) => stateFileOf(entry.path, entry.content));
    const hints = files.flatMap(routerHintsOf);
    return {
      stateFiles: header.complete ? observed(files) : partlyObserved(files),
      routerHints: partlyObserved(hints),
    };
  },
};

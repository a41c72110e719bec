import type { OutputParser } from "./contribution.ts";
import { ownArguments } from "./source.ts";

const PROGRAMS = ["route", "pfctl"];
const SCUTIL_QUESTIONS = ["--nwi", "--nc", "list", "show"];

/**
 * Outputs that belong to a capture of Darwin but add nothing to a snapshot: answers and results of `route`, which tell
 * no more than the table does, `pfctl`, which touches no route (macos-facts §11), and the summaries and key lists of
 * `scutil`, which the other sources cover.
 */
export const darwinKnownOutputs: OutputParser = {
  os: "darwin",
  understands(source) {
    if (source.kind !== "command") return false;
    const [first = ""] = ownArguments(source);
    return PROGRAMS.includes(source.program) || (source.program === "scutil" && SCUTIL_QUESTIONS.includes(first));
  },
  parse: () => ({}),
};

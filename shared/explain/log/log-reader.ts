import { readLogLine } from "./log-line.ts";
import type { Expected, LogLine } from "./log-line.ts";
import { EMPTY_STORY, continueStory } from "./verdict/story.ts";
import type { Story } from "./verdict/story.ts";
import { verdictOf } from "./verdict/verdict.ts";
import type { LogVerdict } from "./verdict/verdict.ts";

/** What is kept of a log while it is read. Its size does not grow with the log. */
export interface LogState {
  readonly story: Story;
  readonly expected: Expected | null;
}

export const EMPTY_LOG: LogState = { story: EMPTY_STORY, expected: null };

/**
 * Reads one more line (without its line end). Pure: the same state and line give the same answer, so a log of any size
 * can be read from a stream, and the verdict asked for at any moment.
 */
export function readLine(state: LogState, raw: string): { readonly state: LogState; readonly line: LogLine } {
  const { line, expected } = readLogLine(raw, state.story.lines + 1, state.expected);
  return { line, state: { expected, story: continueStory(state.story, line) } };
}

/** What the log says happened, judged by the lines read so far. */
export function verdictSoFar(state: LogState): LogVerdict {
  return verdictOf(state.story);
}

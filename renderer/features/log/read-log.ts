import { logLines } from "../../../shared/explain/log/log-lines.ts";
import type { LogLine } from "../../../shared/explain/log/log-line.ts";
import { EMPTY_LOG, readLine, verdictSoFar } from "../../../shared/explain/log/log-reader.ts";
import { messageKind } from "../../../shared/explain/log/message-kind.ts";
import type { LogVerdict } from "../../../shared/explain/log/verdict/verdict.ts";

/** One line as the view shows it. */
export interface ShownLine {
  readonly line: LogLine;
  /** Number of the earlier line that has the same explanation; null when this is the first, or there is none. */
  readonly explainedAt: number | null;
}

/** A log that was read to its end. */
export interface ExplainedLog {
  readonly verdict: LogVerdict;
  /** The last lines, at most {@link MOST_LINES}; the verdict weighs all. */
  readonly lines: readonly ShownLine[];
  readonly lineCount: number;
}

/** More than a person reads; what is before is left out, so that a log of any size stays small in memory. */
export const MOST_LINES = 20_000;

/**
 * Reads a log piece by piece and explains it. `onProgress` is told the number of lines after each piece. Rejects with the
 * signal's reason when it aborts.
 */
export async function readLog(
  pieces: AsyncIterable<string>,
  onProgress: (lineCount: number) => void,
  signal: AbortSignal,
): Promise<ExplainedLog> {
  let state = EMPTY_LOG;
  let kept: ShownLine[] = [];
  const firstNumbers = new Map<string, number>();
  const shown = (line: LogLine): ShownLine => {
    const kind = messageKind(line);
    const explainedAt = kind === null ? null : (firstNumbers.get(kind) ?? null);
    if (kind !== null && explainedAt === null) firstNumbers.set(kind, line.number);
    return { line, explainedAt };
  };
  for await (const raw of logLines(telling(pieces, () => onProgress(state.story.lines), signal))) {
    const next = readLine(state, raw);
    state = next.state;
    kept.push(shown(next.line));
    if (kept.length >= 2 * MOST_LINES) kept = kept.slice(-MOST_LINES);
  }
  return { verdict: verdictSoFar(state), lines: kept.slice(-MOST_LINES), lineCount: state.story.lines };
}

async function* telling(
  pieces: AsyncIterable<string>,
  onPiece: () => void,
  signal: AbortSignal,
): AsyncGenerator<string> {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    onPiece();
    yield piece;
  }
}

/** The text of a file in pieces, whatever its size. Bytes that are no UTF-8 become U+FFFD. */
export async function* textPieces(file: Blob): AsyncGenerator<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}

import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { HelperFailure } from "./helper-failure.ts";

/** How a helper ended; null status when a signal ended it, or when it was none of our processes. */
export interface HelperEnd {
  readonly status: number | null;
  /** What it, or sudo or pkexec before it, wrote to its error output, at most 4,096 characters. */
  readonly errors: string;
}

/** A running helper: lines in, lines out. */
export interface HelperLines {
  send(line: string): void;
  /** The next line, or how it ended. Throws HelperFailure `helper-silent` after `milliseconds`; null waits for ever. */
  next(milliseconds: number | null): Promise<string | HelperEnd>;
  /** Closes its input, upon which it ends; ends it by force when it does not. */
  close(): Promise<void>;
}

const ENDED = { done: true } as const;

/** Reads lines until there are no more, then gives how it ended; see {@link HelperLines.next}. */
export function linesOf(output: Readable, ended: Promise<HelperEnd>): HelperLines["next"] {
  const lines = createInterface({ input: output, crlfDelay: Infinity })[Symbol.asyncIterator]();
  const next = async () => {
    // A connection that breaks is an end like any other; how it ended says more.
    const line = await lines.next().catch(() => ENDED);
    return line.done === true ? ended : line.value;
  };
  return (milliseconds) => (milliseconds === null ? next() : within(milliseconds, next()));
}

function within<Value>(milliseconds: number, value: Promise<Value>): Promise<Value> {
  return new Promise((settle, refuse) => {
    const timer = setTimeout(() => refuse(new HelperFailure("helper-silent", { milliseconds })), milliseconds);
    value.then(settle, refuse).finally(() => clearTimeout(timer));
  });
}

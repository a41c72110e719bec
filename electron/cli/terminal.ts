import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createInterface } from "node:readline/promises";
import pico from "picocolors";

type Colors = ReturnType<typeof pico.createColors>;

/** Where a command writes and asks. Results go to standard output, everything else to standard error. */
export interface Terminal {
  print(text: string): void;
  /** Prints pieces as they come, no faster than they are taken. Ends early, without an error, when nobody reads on. */
  printStream(pieces: AsyncIterable<string>): Promise<void>;
  complain(text: string): void;
  /** Replaces what stands on the screen; on something that is no terminal it just prints. */
  repaint(text: string): void;
  /** Whether somebody is there to answer. */
  readonly isAttended: boolean;
  /** The answer to a question, null when nobody is there to answer. */
  ask(question: string): Promise<string | null>;
  readonly colors: Colors;
}

/** The terminal of this process. Colour only where standard output is a terminal, and never with NO_COLOR. */
export function processTerminal(): Terminal {
  const isScreen = process.stdout.isTTY;
  return {
    print: (text) => void process.stdout.write(`${text}\n`),
    printStream,
    complain: (text) => void process.stderr.write(`${text}\n`),
    repaint: (text) => void process.stdout.write(isScreen ? `\u001b[2J\u001b[H${text}\n` : `${text}\n`),
    isAttended: process.stdin.isTTY,
    ask,
    colors: pico.createColors(isScreen && process.env["NO_COLOR"] === undefined),
  };
}

async function printStream(pieces: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  } catch (error) {
    if (!isClosedPipe(error)) throw error;
  }
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPIPE";
}

async function ask(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

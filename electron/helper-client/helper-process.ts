import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface } from "node:readline";
import { HelperFailure } from "./helper-failure.ts";

/** How a helper process ended; null status when a signal ended it. */
export interface HelperEnd {
  readonly status: number | null;
  /** What it, or sudo or pkexec before it, wrote to its error output, at most 4,096 characters. */
  readonly errors: string;
}

/** A running helper: lines in, lines out. */
export interface HelperProcess {
  send(line: string): void;
  /** The next line, or how it ended. Throws HelperFailure `helper-silent` after `milliseconds`; null waits for ever. */
  next(milliseconds: number | null): Promise<string | HelperEnd>;
  /** Closes its input, upon which it ends; kills it when it does not. */
  close(): Promise<void>;
}

const MAX_ERRORS = 4096;
const CLOSE_MILLISECONDS = 2_000;

/** Starts the helper by an argument vector with an absolute path, without a shell. */
export function startHelper([program = "", ...words]: readonly string[]): HelperProcess {
  const child = spawn(program, words, { shell: false, cwd: "/", stdio: "pipe" });
  const ended = endOf(child);
  const lines = createInterface({ input: child.stdout, crlfDelay: Infinity })[Symbol.asyncIterator]();
  // A process that has ended takes no more; that it has ended is what `next` says.
  child.stdin.on("error", () => undefined);
  return {
    send: (line) => void child.stdin.write(`${line}\n`),
    next(milliseconds) {
      const line = nextLine(lines, ended);
      return milliseconds === null ? line : within(milliseconds, line);
    },
    async close() {
      child.stdin.end();
      const timer = setTimeout(() => child.kill("SIGKILL"), CLOSE_MILLISECONDS);
      await ended;
      clearTimeout(timer);
    },
  };
}

async function nextLine(lines: AsyncIterator<string>, ended: Promise<HelperEnd>): Promise<string | HelperEnd> {
  const line = await lines.next();
  return line.done === true ? ended : line.value;
}

function endOf(child: ChildProcessWithoutNullStreams): Promise<HelperEnd> {
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors = (errors + text).slice(0, MAX_ERRORS);
  });
  return new Promise((settle) => {
    child.on("error", (error) => settle({ status: null, errors: String(error) }));
    child.on("close", (status) => settle({ status, errors }));
  });
}

function within<Value>(milliseconds: number, value: Promise<Value>): Promise<Value> {
  return new Promise((settle, refuse) => {
    const timer = setTimeout(() => refuse(new HelperFailure("helper-silent", { milliseconds })), milliseconds);
    value.then(settle, refuse).finally(() => clearTimeout(timer));
  });
}

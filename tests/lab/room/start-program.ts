import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import type { Writable } from "node:stream";

/**
 * Starts `argv` (absolute path first, no shell) outside the terminal's process group: Ctrl-C ends the runner only,
 * which then cleans up in order.
 */
export function startProgram(argv: readonly string[], options: SpawnOptions): ChildProcess {
  const [program = "", ...rest] = argv;
  return spawn(program, rest, { ...options, detached: true });
}

/** Starts `argv` with all that it prints appended to `logFile`, so that no reader has to keep up with it. */
export function startLogged(
  argv: readonly string[],
  logFile: string,
  env: NodeJS.ProcessEnv = process.env,
): ChildProcess {
  const log = openSync(logFile, "a");
  try {
    return startProgram(argv, { stdio: ["pipe", log, log], env });
  } finally {
    closeSync(log);
  }
}

/**
 * Gives a program its whole input. One that ends without reading it closes the pipe (EPIPE); how it ended is the answer
 * then, so nothing is lost by not throwing.
 */
export function giveInput(input: Writable | null, text: string): void {
  input?.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE" && error.code !== "ECONNRESET") throw error;
  });
  input?.end(text);
}

import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { handedOnEnvironment } from "../../helper-client/handed-on-environment.ts";

const MOST_CHARACTERS = 65_536;

/** How a program ended that was started by pkexec, or pkexec itself; null status when a signal ended it. */
export interface PasswordEnd {
  readonly status: number | null;
  /** What it printed, and what it said to its error output; at most 65,536 characters each. */
  readonly output: string;
  readonly errors: string;
}

/**
 * Starts a program by an argument vector with an absolute path, without a shell, and waits for its end as long as a person
 * needs for a password. `stop` closes the dialogue; what runs as root by then goes on to its own end and is not waited for.
 * Throws what stands in the way of starting it, and when it was stopped.
 */
export function runWithPassword([program = "", ...words]: readonly string[], stop: AbortSignal): Promise<PasswordEnd> {
  const child = spawn(program, words, {
    shell: false,
    cwd: "/",
    env: handedOnEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
    signal: stop,
  });
  const output = beginningOf(child.stdout);
  const errors = beginningOf(child.stderr);
  return new Promise((settle, refuse) => {
    child.on("close", (status) => settle({ status, output: output(), errors: errors() }));
    // Also when it was stopped, or could not be, since it is root's already (EPERM).
    child.on("error", (error) => {
      child.stdout.destroy();
      child.stderr.destroy();
      child.unref();
      refuse(error);
    });
  });
}

function beginningOf(stream: Readable): () => string {
  let text = "";
  stream.setEncoding("utf8").on("data", (more: string) => {
    text = (text + more).slice(0, MOST_CHARACTERS);
  });
  return () => text;
}

import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { giveInput } from "./start-program.ts";

/** How a program ended, and what it printed. */
export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a run may be given. `deadlineMs` (default 20 s): after that many milliseconds it is killed. */
export interface RunOptions {
  readonly stdin?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly deadlineMs?: number;
}

/**
 * Runs `argv` (absolute path first, no shell) to its end and returns how it ended, whatever the exit code.
 * Rejects only if the program cannot be started.
 */
export async function runProgram(argv: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const [program = "", ...rest] = argv;
  const child = spawn(program, rest, {
    stdio: "pipe",
    env: options.env ?? process.env,
    timeout: options.deadlineMs ?? 20_000,
    killSignal: "SIGKILL",
    detached: true, // out of the terminal's group: Ctrl-C ends the runner, which then cleans up in order
  });
  const ended = new Promise<Pick<Outcome, "code" | "signal">>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  giveInput(child.stdin, options.stdin ?? "");
  const [{ code, signal }, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, signal, stdout, stderr };
}

/** As `runProgram`, but throws, with what the program said, unless it exits with 0. Returns its standard output. */
export async function mustRun(argv: readonly string[], options: RunOptions = {}): Promise<string> {
  const outcome = await runProgram(argv, options);
  if (outcome.code === 0) return outcome.stdout;
  const end = outcome.signal ?? `exit code ${outcome.code}`;
  throw new Error(`${argv.join(" ")}: ${end}\n${outcome.stderr}${outcome.stdout}`);
}

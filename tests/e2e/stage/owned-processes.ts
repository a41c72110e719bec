import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import type { Environment } from "./environment.ts";

/** How long a process may take to end by itself, in milliseconds. */
const PATIENCE = 3_000;

/** As much of a program's talk as an error message can use, in characters. */
const TALK_KEPT = 4_000;

export type OwnedProcess = {
  readonly stdout: Readable;
  /** What the program writes to its file descriptor 3, where servers say that they are ready. */
  readonly report: Readable;
  /** The end of what it has written to stderr. */
  talk(): string;
  /** Rejects, with the end of what the program said, when it ends before `stop` is called. Never resolves. */
  readonly failure: Promise<never>;
  /** Asks it to end, after a while makes it end; resolves when it has ended. */
  stop(): Promise<void>;
  /** Sends a signal and waits for nothing: for the moment in which nothing can be awaited any more. */
  signal(signal: NodeJS.Signals): void;
};

/**
 * Starts a program that is ended by `stop`, or by the kernel if this process dies without calling it:
 * `setpriv --pdeathsig` replaces itself by the program, so that the process id stays the one we know.
 */
export function ownProcess(program: string, args: readonly string[], env: Environment): OwnedProcess {
  const child = spawn("setpriv", ["--pdeathsig", "TERM", "--", program, ...args], {
    env,
    // Out of the terminal's group: Ctrl-C ends the runner, which then ends all this in order.
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const { stdout, stderr } = child;
  const report = child.stdio[3];
  if (!stdout || !stderr || !(report instanceof Readable)) throw new Error(`${program} was started without pipes`);
  let talk = "";
  stderr.setEncoding("utf8").on("data", (text: string) => (talk = (talk + text).slice(-TALK_KEPT)));
  // Nobody may be listening to what it says; a full pipe would stop it.
  stdout.setEncoding("utf8").resume();
  report.setEncoding("utf8").resume();

  let expected = false;
  const failure = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (!expected) reject(new Error(`${program} ended by itself (${signal ?? code}): ${talk}`));
    });
  });
  // Whoever starts the program looks at `failure` while it waits for it; a later end shows in what then does not work.
  failure.catch(() => undefined);

  const stop = async () => {
    expected = true;
    await end(child);
  };
  return { stdout, report, talk: () => talk, failure, stop, signal: (signal) => void child.kill(signal) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
  await ended;
  clearTimeout(force);
}

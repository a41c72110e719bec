import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Clock } from "./clock.ts";
import type { CommandLine } from "./command-line.ts";
import { COMMAND_ENVIRONMENT } from "./run-command.ts";

/** What a monitor tells. */
export interface MonitorEvents {
  /** A line came. */
  readonly onLine: (line: string) => void;
  /** The program runs, for the first time or again after it had ended. */
  readonly onStart: (again: boolean) => void;
}

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
/** A program that lived this long was healthy: the next pause is short again. */
const HEALTHY = 10_000;

/**
 * Keeps a program running that prints a line for each change, and starts it again with growing pauses (1 s to 30 s)
 * when it ends or cannot be started. Gives back the function that ends it for good.
 */
export function keepMonitor(command: CommandLine, events: MonitorEvents, clock: Clock): () => void {
  let stopped = false;
  let starts = 0;
  let pause = FIRST_PAUSE;
  let cancelRestart: (() => void) | null = null;
  let endChild: (() => void) | null = null;

  const start = () => {
    const startedAt = clock.now();
    const again = starts > 0;
    starts += 1;
    endChild = runProgram(command, {
      onLine: events.onLine,
      onStart: () => events.onStart(again),
      onEnd() {
        if (stopped) return;
        if (clock.now() - startedAt >= HEALTHY) pause = FIRST_PAUSE;
        cancelRestart = clock.after(pause, start);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      },
    });
  };

  start();
  return () => {
    stopped = true;
    cancelRestart?.();
    endChild?.();
  };
}

interface ProgramEvents {
  readonly onLine: (line: string) => void;
  readonly onStart: () => void;
  readonly onEnd: () => void;
}

/** Runs a program until it ends; the function that is given back ends it. `onEnd` comes once, started or not. */
function runProgram(command: CommandLine, events: ProgramEvents): () => void {
  const child = spawn(command.path, command.arguments, {
    env: COMMAND_ENVIRONMENT,
    cwd: "/",
    stdio: ["ignore", "pipe", "ignore"],
  });
  let ended = false;
  const end = () => {
    if (!ended) events.onEnd();
    ended = true;
  };
  child.on("spawn", events.onStart);
  child.on("error", end);
  child.on("close", end);
  const lines = createInterface({ input: child.stdout });
  lines.on("line", events.onLine);
  return () => {
    lines.close();
    child.kill("SIGKILL");
  };
}

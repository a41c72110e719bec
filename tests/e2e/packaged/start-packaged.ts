import { once } from "node:events";
import { startProgram } from "../../lab/room/start-program.ts";
import { runProgram, type Outcome } from "../../lab/room/run-program.ts";
import type { Environment } from "../stage/environment.ts";
import { BECOME } from "../story/another-user.ts";
import type { PackagedApp } from "./pack-app.ts";

/** A packed app that runs. */
export interface RunningPackage {
  readonly pid: number;
  /** The signal that has ended it; null when it ended by itself. */
  readonly ended: Promise<NodeJS.Signals | null>;
  /** Ends it as the end of a desktop session does; settles when it is gone. */
  stop(): Promise<void>;
}

/** How long it may take to end by itself, in milliseconds. */
const PATIENCE = 10_000;

/** Starts a packed app as somebody who is not root. `env` is the whole environment. */
export function startPackaged(
  { program }: PackagedApp,
  env: Environment,
  args: readonly string[] = [],
): RunningPackage {
  const child = startProgram([...BECOME, program, ...args], { stdio: "ignore", env });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} was not started`);
  const ended = once(child, "exit").then(([, signal]: (NodeJS.Signals | null)[]) => signal ?? null);
  return {
    pid,
    ended,
    stop: async () => {
      child.kill("SIGTERM");
      const force = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
      await ended;
      clearTimeout(force);
    },
  };
}

/** Starts it as the same user and waits for its end. */
export function runPackaged(
  { program }: PackagedApp,
  env: Environment,
  args: readonly string[] = [],
): Promise<Outcome> {
  return runProgram([...BECOME, program, ...args], { env });
}

import type { Environment } from "./environment.ts";
import { ownProcess, type OwnedProcess } from "./owned-processes.ts";

/** Starts a program that ends with the desktop. */
export type Start = (program: string, args: readonly string[], env: Environment) => OwnedProcess;

export type DesktopProcesses = {
  /** @throws Error once `stopAll` has been called: what came later would never be ended */
  readonly start: Start;
  /** Ends everything, the last started first. May be called more than once. */
  stopAll(): Promise<void>;
  /** Asks everything to end and waits for nothing. */
  signalAll(): void;
};

/** Keeps the programs of one desktop, so that all of them end whatever happens. */
export function desktopProcesses(): DesktopProcesses {
  const started: OwnedProcess[] = [];
  let open = true;
  return {
    start: (program, args, env) => {
      if (!open) throw new Error(`${program} is not started: the desktop is being stopped`);
      const process = ownProcess(program, args, env);
      started.unshift(process);
      return process;
    },
    stopAll: async () => {
      open = false;
      for (const process of started.splice(0)) await process.stop();
    },
    signalAll: () => {
      for (const process of started) process.signal("SIGTERM");
    },
  };
}

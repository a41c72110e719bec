import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Lab } from "../lab.ts";
import { INNER_HOST } from "../network/addresses.ts";
import { childrenOf } from "../room/processes.ts";
import { PROGRAMS } from "../room/programs.ts";

/** A stream of pings through the tunnel, for as long as one likes. */
export interface Pings {
  /** When answers came, in order. Milliseconds since 1970. */
  readonly answers: readonly number[];
  end(): Promise<void>;
}

/** "[1700000000.123456] 64 bytes from …"; what goes wrong is printed in other words. */
const ANSWER = /^\[(\d+\.\d+)\] \d+ bytes from /;

/** Begins to ping the host behind the VPN every so many milliseconds. */
export function startPings({ laptop }: Lab, everyMs: number): Pings {
  const argv = [PROGRAMS.ping, "-n", "-D", "-i", String(everyMs / 1_000), INNER_HOST];
  const child = laptop.spawn(argv, { stdio: ["ignore", "pipe", "ignore"] });
  if (child.stdout === null) throw new Error("no output");
  const answers: number[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    const seconds = ANSWER.exec(line)?.[1];
    if (seconds !== undefined) answers.push(Number(seconds) * 1_000);
  });
  const ended = once(child, "exit");
  return {
    answers,
    async end() {
      // nsenter hands no signal on: the program itself has to be told.
      for (const pid of child.pid === undefined ? [] : childrenOf(child.pid)) process.kill(pid, "SIGTERM");
      await ended;
    },
  };
}

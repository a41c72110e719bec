import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Lab } from "../lab.ts";
import { childrenOf, commandOf } from "../room/processes.ts";
import { PROGRAMS } from "../room/programs.ts";
import { startLogged } from "../room/start-program.ts";
import { waitUntil } from "../room/wait-until.ts";

/** One line of `ip -ts monitor route`: the kernel's word that a row of a table came or went. */
export interface RouteEvent {
  /** When the line was read from the kernel. Milliseconds since 1970. */
  readonly at: number;
  readonly isDeletion: boolean;
  /** The row as ip prints it. */
  readonly row: string;
}

/** The kernel's log of all changes of the laptop's tables. */
export interface RouteLog {
  events(): RouteEvent[];
  end(): Promise<void>;
}

/** Begins to write the log. */
export async function startRouteLog({ laptop, folder }: Lab): Promise<RouteLog> {
  const file = join(folder, "routes.log");
  const argv = [...laptop.enter, PROGRAMS.ip, "-ts", "monitor", "route"];
  const child = startLogged(argv, file, { ...process.env, TZ: "UTC" });
  const pid = await waitUntil("the log of routes is written", 5_000, () => listenerBelow(child));
  return {
    events: () => readFileSync(file, "utf8").split("\n").filter(Boolean).map(readEvent),
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error("the log of routes broke off");
      process.kill(pid, "SIGKILL");
      await waitUntil("the log of routes is closed", 5_000, () => child.exitCode !== null || child.signalCode !== null);
    },
  };
}

/** The `ip` below nsenter, once it listens: then it has a netlink socket open. */
function listenerBelow({ pid }: ChildProcess): number | undefined {
  const [ip] = pid === undefined ? [] : childrenOf(pid);
  return ip !== undefined && commandOf(ip) === "ip" ? ip : undefined;
}

const LINE = /^\[(\S+)\] (Deleted |Replaced |Append |Unknown )?(.*?)\s*$/;

/** Reads one line. Throws for what is none. */
function readEvent(line: string): RouteEvent {
  const [, time, word, row] = LINE.exec(line) ?? [];
  if (time === undefined || row === undefined) throw new Error(`not a line of the log of routes: ${line}`);
  return { at: Date.parse(`${time}Z`) + microsecondsOf(time), isDeletion: word === "Deleted ", row };
}

/** What Date.parse leaves out of a time with six decimals. */
function microsecondsOf(time: string): number {
  return Number(/\.\d{3}(\d{3})$/.exec(time)?.[1] ?? 0) / 1_000;
}

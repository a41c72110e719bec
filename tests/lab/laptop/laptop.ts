import type { ChildProcess, SpawnOptions } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startKeeper } from "../room/keeper.ts";
import { PROGRAMS } from "../room/programs.ts";
import { DIE_WITH_NSENTER, type Room } from "../room/room.ts";
import { mustRun, runProgram, type Outcome, type RunOptions } from "../room/run-program.ts";
import { startProgram } from "../room/start-program.ts";
import { furnish } from "./furnish.ts";

/** The laptop: one network, own processes from 1 up, own /etc, /run and /var/lib; all else is the machine's. */
export interface Laptop {
  /** Process 1 of the laptop, as the machine numbers it: `nsenter --target <pid> --all` goes there by hand. */
  readonly pid: number;
  /** Words to put before an absolute program path to start that program on the laptop, in this process' directory. */
  readonly enter: readonly string[];
  /** Runs a program to its end, whatever its exit code. */
  run(argv: readonly string[], options?: RunOptions): Promise<Outcome>;
  /** Starts a program and returns nsenter's handle, which ends when the program does and whose SIGKILL ends the program. */
  spawn(argv: readonly string[], options: SpawnOptions): ChildProcess;
  /** What `ip` prints for these arguments; throws if it fails. */
  ip(...args: string[]): Promise<string>;
  /** The lines of the main IPv4 table, without trailing blanks. */
  routes(): Promise<string[]>;
  /** The text of a file as the laptop sees it; rejects with ENOENT if it has none. */
  readFile(path: string): Promise<string>;
  /** Writes a file as only the laptop sees it (in its own /etc, /run, /var/lib). */
  writeFile(path: string, text: string): Promise<void>;
}

/** Switches the laptop on in the room's namespace "client". `folder` is the lab's; the laptop's HOME is in it. */
export async function startLaptop(room: Room, folder: string): Promise<Laptop> {
  const keeper = await startKeeper(room.enter("client"), ["--mount"]);
  const home = join(folder, "home");
  await mkdir(home);
  const enter = [PROGRAMS.nsenter, `--target=${keeper.pid}`, "--mount", "--net", "--pid", `--wd=${process.cwd()}`];
  const root = `/proc/${keeper.pid}/root`;
  await furnish(enter, root, folder);
  return laptopBehind(keeper.pid, [...enter, "--", ...DIE_WITH_NSENTER], home);
}

function laptopBehind(pid: number, enter: readonly string[], home: string): Laptop {
  const seenFromOutside = (path: string): string => join(`/proc/${pid}/root`, path);
  const environment = (own: NodeJS.ProcessEnv | undefined): NodeJS.ProcessEnv => ({
    ...process.env,
    HOME: home,
    ...own,
  });
  const ip = (...args: string[]): Promise<string> => mustRun([...enter, PROGRAMS.ip, ...args]);
  return {
    pid,
    enter,
    ip,
    run: (argv, options = {}) => runProgram([...enter, ...argv], { ...options, env: environment(options.env) }),
    spawn: (argv, options) => startProgram([...enter, ...argv], { ...options, env: environment(options.env) }),
    routes: async () =>
      (await ip("-4", "route", "show"))
        .split("\n")
        .map((line) => line.trimEnd())
        .filter(Boolean),
    readFile: (path) => readFile(seenFromOutside(path), "utf8"),
    writeFile: (path, text) => writeFile(seenFromOutside(path), text),
  };
}

import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { commandOf, childrenOf } from "./processes.ts";
import { PROGRAMS } from "./programs.ts";
import { startProgram } from "./start-program.ts";
import { waitUntil } from "./wait-until.ts";

/**
 * A process that holds a set of namespaces open by being process 1 of its own process namespace.
 * When it ends, the kernel kills every process of that namespace and drops its mounts and network namespaces: cleaning
 * up is not a list of things to remember. It is a `cat` on a pipe from this program, so it also ends when this program
 * is killed with SIGKILL, because the kernel then closes the pipe.
 */
export interface Keeper {
  /** Its process id as the machine sees it. */
  readonly pid: number;
  /** Ends it and everything in its process namespace. Resolves when all of that is gone. */
  end(): Promise<void>;
}

// cat never waits for children; with SIGCHLD ignored (inherited over exec) the kernel reaps the orphans that fall to it.
const HOLD = [PROGRAMS.env, "--ignore-signal=CHLD", PROGRAMS.cat];

/**
 * Starts a keeper. `enter` is put in front of the command (argv words that enter other namespaces first, or nothing);
 * `unshare` are the options of unshare(1) that name the namespaces to create beside the process namespace.
 */
export async function startKeeper(enter: readonly string[], unshare: readonly string[]): Promise<Keeper> {
  const own = [PROGRAMS.unshare, ...unshare, "--pid", "--mount-proc", "--fork", "--kill-child", ...HOLD];
  const child = startProgram([...enter, ...own], { stdio: ["pipe", "ignore", "pipe"] });
  let complaint = "";
  child.stderr?.setEncoding("utf8").on("data", (part: string) => (complaint += part));
  const pid = await waitUntil("the keeper of the namespaces runs", 5_000, () => {
    if (child.exitCode !== null) throw new Error(`the namespaces could not be made: ${complaint}`);
    return holderBelow(child.pid);
  });
  return { pid, end: () => endOf(child) };
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.stdin?.end();
  await gone;
}

/** The `cat` at the end of the chain nsenter → unshare → cat, once it has come to be that. */
function holderBelow(pid: number | undefined): number | undefined {
  const [child] = pid === undefined ? [] : childrenOf(pid);
  if (child === undefined) return undefined;
  return holderBelow(child) ?? (commandOf(child) === "cat" ? child : undefined);
}

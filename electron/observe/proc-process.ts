import { readFileSync, readlinkSync, statSync } from "node:fs";
import { readProc, valueOf } from "./proc-read.ts";

/** What /proc tells about one process without its descriptors. */
export interface ProcProcess {
  readonly pid: number;
  readonly parent: number;
  readonly userId: number;
  /** Clock ticks from boot to start. */
  readonly start: number;
  readonly executable: string | null;
  readonly arguments: string[];
}

/** PF_KTHREAD of the kernel's process flags. */
const KERNEL_THREAD = 0x0020_0000;

/**
 * Reads one process of a network namespace. Null when it has ended, is a zombie or kernel thread, or lives in another
 * network namespace than the one named by `network`.
 */
export function readProcess(pid: number, network: number): ProcProcess | null {
  const folder = `/proc/${pid}`;
  const stat = readStat(folder);
  if (stat === null || !isRunningProgram(stat) || networkOf(folder) !== network) return null;
  const status = valueOf(readProc(() => readFileSync(`${folder}/status`, "utf8")));
  const command = valueOf(readProc(() => readFileSync(`${folder}/cmdline`, "utf8")));
  if (status === null || command === null) return null;
  return {
    pid,
    parent: stat.parent,
    userId: Number(/^Uid:\s+(\d+)/m.exec(status)?.[1] ?? Number.NaN),
    start: stat.start,
    executable: executableOf(folder),
    arguments: command.replace(/\0$/, "").split("\0"),
  };
}

/** Whether a process has neither gone nor ended; one that has ended stays as a zombie until its parent asks for its exit code. */
export function isRunning(pid: number): boolean {
  const stat = readStat(`/proc/${pid}`);
  return stat !== null && isRunningProgram(stat);
}

/**
 * A number that is the same for all processes of one network namespace: the inode of its /proc/PID/net/dev. Unlike
 * /proc/PID/ns/net it can be read without rights, so that other users' containers are told apart too (seen on Linux
 * 6.18). Null when the process has ended.
 */
export function networkOf(folder: string): number | null {
  return valueOf(readProc(() => statSync(`${folder}/net/dev`).ino));
}

// The kernel marks a program whose file was replaced while it runs, as an update of the package does.
function executableOf(folder: string): string | null {
  const path = valueOf(readProc(() => readlinkSync(`${folder}/exe`)));
  return path?.replace(/ \(deleted\)$/, "") ?? null;
}

interface Stat {
  readonly state: string;
  readonly parent: number;
  readonly flags: number;
  readonly start: number;
}

// The program's name, in brackets, may hold blanks and brackets itself: the fields count from the last one (proc(5)).
function readStat(folder: string): Stat | null {
  const text = valueOf(readProc(() => readFileSync(`${folder}/stat`, "utf8")));
  if (text === null) return null;
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return {
    state: fields[0] ?? "",
    parent: Number(fields[1]),
    flags: Number(fields[6]),
    start: Number(fields[19]),
  };
}

function isRunningProgram(stat: Stat): boolean {
  return !["Z", "X", "x"].includes(stat.state) && (stat.flags & KERNEL_THREAD) === 0;
}

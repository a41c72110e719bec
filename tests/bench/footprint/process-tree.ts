import { readdirSync, readFileSync } from "node:fs";
import { isGone } from "../../lab/room/processes.ts";
import { processMemory, processWrites, threadCounters } from "./proc-figures.ts";
import type { ProcessMemory, ProcessWrites, ThreadCounters } from "./proc-figures.ts";

/** A process with all that it and any of its threads have started. */
export function processTree(pid: number): number[] {
  const children = threadsOf(pid).flatMap((thread) => words(`/proc/${pid}/task/${thread}/children`).map(Number));
  return [pid, ...children.flatMap(processTree)];
}

/** The threads of these processes with what is counted for each, by `PID/TID`. */
export function countersOf(pids: readonly number[]): ReadonlyMap<string, ThreadCounters> {
  const rows = pids.flatMap((pid) =>
    threadsOf(pid).flatMap((thread): [string, ThreadCounters][] => {
      const folder = `/proc/${pid}/task/${thread}`;
      const [schedstat, status] = [read(`${folder}/schedstat`), read(`${folder}/status`)];
      return schedstat === "" || status === "" ? [] : [[`${pid}/${thread}`, threadCounters(schedstat, status)]];
    }),
  );
  return new Map(rows);
}

/** The memory of these processes together. */
export function memoryOf(pids: readonly number[]): ProcessMemory {
  const each = pids.map((pid) => processMemory(read(`/proc/${pid}/smaps_rollup`)));
  return { resident: sum(each, "resident"), proportional: sum(each, "proportional") };
}

/** What these processes have written together. */
export function writesOf(pids: readonly number[]): ProcessWrites {
  const each = pids.map((pid) => processWrites(read(`/proc/${pid}/io`)));
  return { disk: sum(each, "disk"), all: sum(each, "all") };
}

function sum<Name extends string>(rows: readonly Readonly<Record<Name, number>>[], name: Name): number {
  return rows.reduce((total, row) => total + row[name], 0);
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

function words(path: string): string[] {
  return read(path).split(" ").filter(Boolean);
}

/** Nothing of a process or thread that has ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (isGone(error)) return "";
    throw error;
  }
}

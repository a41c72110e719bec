import * as v from "valibot";
import { observed, partlyObserved } from "../snapshot/part.ts";
import type { Process, TunnelOwner } from "../snapshot/process.ts";
import type { OutputParser } from "./contribution.ts";
import { isRecording, readRecords } from "./proc-records.ts";

/** First line of `holdfast processes`. */
export const ProcessesHeader = v.object({
  holdfast: v.literal("processes"),
  schema: v.literal(1),
  /** /proc/sys/kernel/random/boot_id: start ticks count from boot, so only both together name a start. */
  boot: v.string(),
  /** Every process of this network namespace is listed (false when /proc hides those of other users). */
  complete: v.boolean(),
  /** Every open tunnel of every process was seen (false without root, since descriptors of others are private). */
  tunnelsComplete: v.boolean(),
});
export type ProcessesHeader = v.InferOutput<typeof ProcessesHeader>;

/** A further line: one process of the network namespace that the capture was taken in. Kernel threads and zombies are left out. */
export const ProcessEntry = v.object({
  pid: v.number(),
  parent: v.number(),
  /** User name, or the number when it has none. */
  user: v.string(),
  /** Clock ticks from boot to start, field 22 of /proc/PID/stat. */
  start: v.number(),
  /** Link of /proc/PID/exe, null when it may not be read. */
  executable: v.nullable(v.string()),
  /** /proc/PID/cmdline, one element per argument. */
  arguments: v.array(v.string()),
  /** Interfaces whose tun descriptor the process holds open (`iff:` of /proc/PID/fdinfo). */
  tunnels: v.array(v.string()),
  /** Children of all its threads, where the recording does not list every process. */
  children: v.optional(v.array(v.number())),
});
export type ProcessEntry = v.InferOutput<typeof ProcessEntry>;

/** `holdfast processes`: the process list of Linux, read from /proc. */
export const procProcesses: OutputParser = {
  os: "linux",
  understands: (source) => isRecording(source, "processes"),
  parse(text) {
    const { header, entries } = readRecords(text, ProcessesHeader, ProcessEntry);
    const processes = entries.map((entry) => processOf(entry, header.boot));
    const owners = entries.flatMap(ownersOf);
    return {
      processes: header.complete ? observed(processes) : partlyObserved(processes),
      tunnelOwners: header.complete && header.tunnelsComplete ? observed(owners) : partlyObserved(owners),
    };
  },
};

function processOf(entry: ProcessEntry, boot: string): Process {
  return {
    pid: entry.pid,
    parentPid: entry.parent,
    user: entry.user,
    startedAt: `${boot}:${entry.start}`,
    arguments: entry.arguments,
    executable: entry.executable,
    children: entry.children ?? null,
  };
}

function ownersOf(entry: ProcessEntry): TunnelOwner[] {
  return entry.tunnels.map((name) => ({ interface: name, pid: entry.pid }));
}

/** What the kernel counts for one thread. */
export interface ThreadCounters {
  /** Seconds on a processor. */
  readonly processor: number;
  /** How often it gave the processor away by itself, to wait; it was woken as often. */
  readonly wakeUps: number;
}

/** What a process takes, in bytes. */
export interface ProcessMemory {
  /** All that it has in memory, with what other processes have, too. */
  readonly resident: number;
  /** The same, each page divided by how many have it. */
  readonly proportional: number;
}

/** What a process has written, in bytes. */
export interface ProcessWrites {
  /** To files that a disk holds. */
  readonly disk: number;
  /** With every call to write, to whatever it leads. */
  readonly all: number;
}

const NANOSECONDS = 1e9;
const BYTES_PER_KIBIBYTE = 1_024;

/** Reads `/proc/PID/task/TID/schedstat` and `…/status`. */
export function threadCounters(schedstat: string, status: string): ThreadCounters {
  return {
    processor: Number(schedstat.split(" ")[0]) / NANOSECONDS,
    wakeUps: numberAfter("voluntary_ctxt_switches", status),
  };
}

/** Reads `/proc/PID/smaps_rollup`. */
export function processMemory(rollup: string): ProcessMemory {
  const bytes = (name: string) => numberAfter(name, rollup) * BYTES_PER_KIBIBYTE;
  return { resident: bytes("Rss"), proportional: bytes("Pss") };
}

/** Reads `/proc/PID/io`. */
export function processWrites(io: string): ProcessWrites {
  return { disk: numberAfter("write_bytes", io), all: numberAfter("wchar", io) };
}

/** The number behind a name at the beginning of a line. Throws when there is none. */
function numberAfter(name: string, text: string): number {
  const number = new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(text)?.[1];
  if (number === undefined) throw new Error(`the kernel does not tell ${name}`);
  return Number(number);
}

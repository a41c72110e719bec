/** A connected socket of a process. */
export interface ProcessSocket {
  readonly transport: "TCP" | "UDP";
  readonly local: string;
  readonly remote: string;
  readonly state: string | null;
}

/** A running process. */
export interface Process {
  readonly pid: number;
  readonly parentPid: number;
  readonly user: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** As ps prints it. */
  readonly command: string;
  /** Names of the utun interfaces whose control sockets it holds. */
  readonly tunnels: readonly string[];
  readonly sockets: readonly ProcessSocket[];
  /** What its standard output and standard error go to: a path, or lsof's words for a pipe. */
  readonly output: string;
  /** What a signal that is not SIGKILL does to it. */
  readonly onSignal: ((signal: string) => void) | null;
}

/** All processes of the Mac. */
export interface Processes {
  all(): readonly Process[];
  find(pid: number): Process | null;
  start(process: Pick<Process, "command"> & Partial<Process>): Process;
  change(pid: number, changes: Partial<Pick<Process, "tunnels" | "sockets" | "output" | "onSignal">>): void;
  /** The process is gone; its tunnels are given back that nobody else holds: a utun lives as long as its control socket (macos-facts §7). */
  end(pid: number): readonly string[];
}

const BOOT = Date.UTC(2025, 6, 17, 8, 2);
const at = (seconds: number) => BOOT + seconds * 1000;
const IDENTITY =
  "/System/Library/PrivateFrameworks/IDS.framework/identityservicesd.app/Contents/MacOS/identityservicesd";

/** The few of a Mac's hundreds that matter to its network. Nobody documents who holds which of Apple's tunnels (macos-facts §7). */
const OF_THE_SYSTEM: readonly Partial<Process>[] = [
  { pid: 1, parentPid: 0, startedAt: at(11), command: "/sbin/launchd" },
  { pid: 101, startedAt: at(19), command: "/usr/libexec/configd" },
  { pid: 231, user: "_mdnsresponder", startedAt: at(20), command: "/usr/sbin/mDNSResponder" },
  { pid: 418, startedAt: at(31), command: "/usr/libexec/nesessionmanager" },
  { pid: 586, user: "user", startedAt: at(62), command: IDENTITY },
  { pid: 611, user: "user", startedAt: at(64), command: "/usr/libexec/rapportd" },
];

export const CONFIGD_PID = 101;

/** The processes of a Mac that has started; `now` gives milliseconds since 1970. */
export function createProcesses(now: () => number): Processes {
  let nextPid = 46_987;
  const running = new Map<number, Process>();
  const start: Processes["start"] = (given) => {
    const process: Process = {
      pid: nextPid,
      parentPid: 1,
      user: "root",
      startedAt: now(),
      tunnels: [],
      sockets: [],
      output: "/dev/null",
      onSignal: null,
      ...given,
    };
    nextPid = Math.max(nextPid, process.pid) + 1;
    running.set(process.pid, process);
    return process;
  };
  for (const process of OF_THE_SYSTEM) start({ command: "", ...process });
  nextPid = 46_987;
  return {
    all: () => [...running.values()].toSorted((a, b) => a.pid - b.pid),
    find: (pid) => running.get(pid) ?? null,
    start,
    change(pid, changes) {
      const process = running.get(pid);
      if (process !== undefined) running.set(pid, { ...process, ...changes });
    },
    end(pid) {
      const held = running.get(pid)?.tunnels ?? [];
      running.delete(pid);
      const others = new Set([...running.values()].flatMap(({ tunnels }) => tunnels));
      return held.filter((name) => !others.has(name));
    },
  };
}

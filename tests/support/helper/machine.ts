import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import type { History } from "../../../shared/history/history.ts";
import { observed, partlyObserved } from "../../../shared/snapshot/part.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import type { OperatingSystem, Snapshot } from "../../../shared/snapshot/snapshot.ts";
import type { FileImage, Host } from "../../../electron/helper/host.ts";
import { Refusal } from "../../../electron/helper/refusal.ts";
import { printBsdTable, runRoute } from "./bsd-table.ts";
import { quickObserverOf } from "./quick-observer.ts";
import { printLinuxTable, runIpRoute } from "./linux-table.ts";

/** Thrown out of every call after the helper was killed. */
export class Killed extends Error {
  override readonly name = "Killed";
}

/** A machine in memory, which outlives the helpers that work on it. */
export interface Machine {
  readonly os: OperatingSystem;
  readonly rows: Route[];
  readonly journal: Map<string, string>;
  /** What helpers have kept in their ledger. */
  ledger: History;
  readonly files: Map<string, FileImage>;
  /** Added to what is observed besides the table. */
  seen: Partial<Snapshot>;
  boot: string;
  now: number;
  /** Commands that changed the table, and signals. */
  readonly changes: string[];
  /** A helper of its own. `killAt`: it dies in front of its n-th call, 0 never; `torn`: a line being written is left half. */
  host(killAt?: number, torn?: boolean): Host & { calls(): number };
}

const START = Date.UTC(2026, 0, 1);

/** A machine with this table. */
export function createMachine(os: OperatingSystem, rows: readonly Route[], seen: Partial<Snapshot> = {}): Machine {
  let transactions = 0;
  const machine: Machine = {
    os,
    rows: [...rows],
    journal: new Map(),
    ledger: EMPTY_HISTORY,
    files: new Map(),
    seen,
    boot: "boot-1",
    now: START,
    changes: [],
    host(killAt = 0, torn = false) {
      let calls = 0;
      let isDead = false;
      // What was being written when the helper died is half there.
      const call = (half: () => void = () => undefined) => {
        calls += 1;
        if (isDead) throw new Killed();
        if (calls !== killAt) return;
        isDead = true;
        if (torn) half();
        throw new Killed();
      };
      return {
        os,
        boot: machine.boot,
        calls: () => calls,
        now: () => (machine.now += 1),
        newTransactionId: () => String(++transactions).padStart(32, "0"),
        observe: async () => (call(), snapshotOf(machine)),
        run: async (command) => (call(), runTool(machine, command)),
        // As if each line were a call: so a helper dies between any two of them, with the table as it is then.
        runTogether: async (commands) => {
          for (const command of commands) {
            call();
            runTool(machine, command);
          }
        },
        nudge: (pid) => (call(), void machine.changes.push(`SIGUSR2 ${pid}`)),
        lock: async () => (call(), () => undefined),
        lockKeepAlive: async () => (call(), () => undefined),
        letOthersGo: async () => undefined,
        hurry: () => undefined,
        quickObserver: () => quickObserverOf(async () => (call(), snapshotOf(machine))),
        files: filesOf(machine, call),
        journal: journalOf(machine, call),
        ledger: {
          read: () => (call(), machine.ledger),
          keep: (_known, learned) => (call(), void (machine.ledger = learned)),
        },
      };
    },
  };
  return machine;
}

type Call = (half?: () => void) => void;

function filesOf({ files }: Machine, call: Call): Host["files"] {
  return {
    read: (path) => (call(), files.get(path) ?? null),
    write: (path, image) => (call(), void files.set(path, image)),
    create: (path, image) => (call(), void files.set(path, image)),
    remove: (path) => (call(), void files.delete(path)),
  };
}

function journalOf({ journal }: Machine, call: Call): Host["journal"] {
  const write = (name: string, line: string) => void journal.set(name, (journal.get(name) ?? "") + line);
  const append = (name: string, line: string) => {
    call(() => write(name, line.slice(0, line.length / 2)));
    write(name, line);
  };
  return {
    names: () => (call(), [...journal.keys()]),
    read: (name) => (call(), journal.get(name) ?? ""),
    create: append,
    append,
    appendDurably: append,
    remove: (name) => (call(), void journal.delete(name)),
  };
}

function runTool({ os, rows, changes }: Machine, command: readonly string[]) {
  const [tool = "", ...words] = command;
  if (tool === "/usr/sbin/netstat") {
    const family = words.at(-1) === "inet" ? "inet" : "inet6";
    return { status: 0, output: printBsdTable(rows.filter((row) => row.family === family)) };
  }
  if (tool === "/sbin/ifconfig") return { status: 0, output: "" };
  // As text it is printed only to see which metrics are locked: none here.
  if (words.includes("show") && !words.includes("-j")) return { status: 0, output: "" };
  if (words.includes("show")) {
    return { status: 0, output: printLinuxTable(rows, words[0] === "-4" ? "inet" : "inet6") };
  }
  changes.push(command.join(" "));
  if (os === "linux" && tool === "/usr/sbin/ip") return { status: runIpRoute(rows, words), output: "" };
  if (tool !== "/sbin/route") throw new Refusal("tool_missing");
  runRoute(rows, words);
  return { status: 0, output: "" };
}

function snapshotOf({ os, rows, seen }: Machine): Snapshot {
  const of = (family: Route["family"]) => observed(rows.filter((row) => row.family === family));
  return {
    schema: 1,
    os,
    osVersion: null,
    takenAt: null,
    routes: { inet: of("inet"), inet6: of("inet6") },
    interfaces: observed([]),
    neighbours: observed([]),
    rules: observed([]),
    resolvers: observed([]),
    processes: observed([]),
    tunnelOwners: observed([]),
    sockets: observed([]),
    stateFiles: observed([]),
    routerHints: partlyObserved([]),
    clientLogs: observed([]),
    connectivity: observed([]),
    scriptMarks: observed([]),
    ...seen,
  };
}

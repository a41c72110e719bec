import { createInterface } from "node:readline";
import * as v from "valibot";
import { KeepAliveReport } from "../../../shared/contract/keep-alive.ts";
import { HOLDFAST } from "../holdfast/run-holdfast.ts";
import type { Lab } from "../lab.ts";
import { childrenOf } from "../room/processes.ts";
import { waitUntil } from "../room/wait-until.ts";

/** A running `holdfast guard --json` on the laptop. */
export interface Guard {
  /** All that was reported so far. */
  reports(): KeepAliveReport[];
  /** What it has written to standard error. */
  complaints(): string;
  /** Waits until a report of this kind has come `count` times, and gives the last of them. */
  waitFor<Kind extends KeepAliveReport["kind"]>(
    kind: Kind,
    count?: number,
  ): Promise<Extract<KeepAliveReport, { kind: Kind }>>;
  /** Ends it with SIGTERM and gives its exit code. */
  end(): Promise<number | null>;
}

const Line = v.looseObject({ at: v.string(), kind: v.string() });

/** Starts it, by these words before its own where there are any, and waits until it watches. */
export async function startGuard({ laptop }: Lab, before: readonly string[] = []): Promise<Guard> {
  const child = laptop.spawn([...before, ...HOLDFAST, "guard", "--json", "--lang", "en"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const reports: KeepAliveReport[] = [];
  let complaints = "";
  if (child.stdout === null || child.stderr === null) throw new Error("no output");
  createInterface({ input: child.stdout }).on("line", (line) => {
    const { at: _at, ...report } = v.parse(Line, JSON.parse(line));
    reports.push(v.parse(KeepAliveReport, report));
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaints += text));
  const ended = new Promise<number | null>((settle) => child.once("close", settle));
  const ofKind = <Kind extends KeepAliveReport["kind"]>(kind: Kind) =>
    reports.filter((report): report is Extract<KeepAliveReport, { kind: Kind }> => report.kind === kind);
  const guard: Guard = {
    reports: () => [...reports],
    complaints: () => complaints,
    waitFor: (kind, count = 1) =>
      waitUntil(`guard reports ${kind} (${count})`, 30_000, () => ofKind(kind)[count - 1] ?? false),
    async end() {
      // nsenter hands no signal on: the program itself has to be told.
      for (const pid of child.pid === undefined ? [] : childrenOf(child.pid)) process.kill(pid, "SIGTERM");
      return ended;
    },
  };
  await waitUntil("guard watches or complains", 30_000, () => ofKind("watching").length > 0 || complaints !== "");
  return guard;
}

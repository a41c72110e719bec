import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import * as v from "valibot";
import { KeepAliveReport } from "../../../shared/contract/keep-alive.ts";
import { HOLDFAST } from "../holdfast/run-holdfast.ts";
import type { Lab } from "../lab.ts";
import { childrenOf, commandOf } from "../room/processes.ts";
import { waitUntil } from "../room/wait-until.ts";

/** A `holdfast guard` on the laptop, which starts its helper anew when that ends. */
export interface GuardingApp {
  /** As the machine numbers it. */
  readonly pid: number;
  /** The number of its present helper; undefined while it has none. */
  helper(): number | undefined;
  hasEnded(): boolean;
  /** Ends it in order; resolves when it is gone, and its helper too. */
  end(): Promise<void>;
}

const Line = v.looseObject({ at: v.string(), kind: v.string() });

/** What guards of a lab have complained of. */
const GUARD_LOG = "guard.log";

/** Starts one and resolves when its helper runs. `onReport` is told whatever it prints. */
export async function startGuardingApp(lab: Lab, onReport: (report: KeepAliveReport) => void): Promise<GuardingApp> {
  const child = spawnGuard(lab);
  if (child.stdout === null) throw new Error("no output");
  createInterface({ input: child.stdout }).on("line", (line) => {
    const { at: _at, ...report } = v.parse(Line, JSON.parse(line));
    onReport(v.parse(KeepAliveReport, report));
  });
  let ended = false;
  child.once("exit", () => (ended = true));
  const pid = await waitUntil("guard and its helper run", 10_000, () => {
    if (ended) throw new Error("guard ended at once");
    const [guard] = child.pid === undefined ? [] : childrenOf(child.pid);
    return guard !== undefined && helperBelow(guard) !== undefined && guard;
  });
  return {
    pid,
    helper: () => helperBelow(pid),
    hasEnded: () => ended,
    async end() {
      const helper = helperBelow(pid);
      process.kill(pid, "SIGTERM");
      await waitUntil("guard and its helper are gone", 5_000, () => ended && (helper === undefined || isDead(helper)));
    },
  };
}

/** Whether nothing runs under this number any more. */
export function isDead(pid: number): boolean {
  return commandOf(pid) === "";
}

function spawnGuard({ laptop, folder }: Lab) {
  const log = openSync(join(folder, GUARD_LOG), "a");
  try {
    return laptop.spawn([...HOLDFAST, "guard", "--json", "--lang", "en"], { stdio: ["ignore", "pipe", log] });
  } finally {
    closeSync(log);
  }
}

/** Guard starts its helper by the same Node that it runs in itself. */
function helperBelow(guard: number): number | undefined {
  return childrenOf(guard).find((child) => commandOf(child) === commandOf(guard));
}

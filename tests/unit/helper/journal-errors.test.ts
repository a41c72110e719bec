import { describe, expect, it } from "vitest";
import type { Host } from "../../../electron/helper/host.ts";
import { Refusal } from "../../../electron/helper/refusal.ts";
import { ask } from "../../support/helper/ask.ts";
import { everyStep, isWhole, tableOf, withStaleRows } from "../../support/helper/kill-matrix.ts";
import type { Machine } from "../../support/helper/machine.ts";

const CODES = ["ENOSPC", "EDQUOT", "EIO", "EROFS"] as const;
const CALLS = ["names", "read", "create", "append", "appendDurably", "remove"] as const;
type Call = (typeof CALLS)[number];

class DiskError extends Error {
  override readonly name = "DiskError";
  readonly code: string;

  constructor(code: string) {
    super(`${code}: write`);
    this.code = code;
  }
}

interface Fault {
  readonly call: Call;
  readonly code: string;
  /** From this call on the disk fails. */
  readonly from: number;
  /** Whether half of what was to be written is on the disk all the same. */
  readonly half: boolean;
}

/** A helper whose disk fails; `failed` tells whether it has. */
function withFault(machine: Machine, { call, code, from, half }: Fault): { host: Host; failed(): boolean } {
  const host = machine.host();
  let calls = 0;
  const guard = (name: string, line: string) => {
    calls += 1;
    if (calls < from) return;
    if (half && line !== "") {
      machine.journal.set(name, (machine.journal.get(name) ?? "") + line.slice(0, line.length / 2));
    }
    throw new DiskError(code);
  };
  const { journal } = host;
  const inner: (name: string, line: string) => unknown = journal[call];
  const failing = (name = "", line = "") => (guard(name, line), inner(name, line));
  return {
    host: { ...host, journal: { ...journal, [call]: failing } },
    failed: () => calls >= from,
  };
}

/** What became of a request: done, a code, or the disk's error, of which the client hears `internal`. */
async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    if (error instanceof DiskError) return "internal";
    throw error;
  }
}

// A file system that became read-only takes nothing at all; the others may have taken half.
const faults = CODES.flatMap((code) => CALLS.map((call) => ({ code, call, half: code !== "EROFS" })));

/** Lets the disk fail at each place in turn, until it does not matter any more. */
async function atEveryPlace(fault: Omit<Fault, "from">, trial: (fault: Fault) => Promise<boolean>): Promise<number> {
  let from = 1;
  while (await trial({ ...fault, from })) from += 1;
  return from - 1;
}

describe.each(["linux", "darwin"] as const)("T-F5 a disk on %s that fails", (os) => {
  it.each(faults)(
    "by $code at any $call (half written: $half) touches no route before the plan is on it",
    async (fault) => {
      const places = await atEveryPlace(fault, async (one) => {
        const machine = withStaleRows(os, 3);
        const before = tableOf(machine);
        const wanted = await everyStep(machine);
        const { host, failed } = withFault(machine, one);
        const outcome = await outcomeOf(ask(host, "apply", wanted));
        if (fault.call === "create" && failed()) {
          expect({ outcome, changes: machine.changes }).toEqual({ outcome: "internal", changes: [] });
        }
        if (failed()) expect(["internal", "partial"]).toContain(outcome);
        expect(await isWhole(machine, before), `the disk fails from call ${one.from} on`).toBe(true);
        return failed();
      });
      if (fault.call === "create") expect(places).toBe(1);
    },
  );

  it.each(faults)("by $code at any $call (half written: $half) of an undo loses nothing", async (fault) => {
    await atEveryPlace(fault, async (one) => {
      const machine = withStaleRows(os, 3);
      const before = tableOf(machine);
      const { txn } = await ask(machine.host(), "apply", await everyStep(machine));
      const { host, failed } = withFault(machine, one);
      expect(["internal", "partial", "done"]).toContain(await outcomeOf(ask(host, "undo", { txn })));
      expect(await isWhole(machine, before), `the disk fails from call ${one.from} on`).toBe(true);
      return failed();
    });
  });
});

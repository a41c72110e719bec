import type { Host } from "../../../electron/helper/host.ts";
import { Refusal } from "../../../electron/helper/refusal.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import { darwinRoute, linuxRoute } from "../example-route.ts";
import { darwinAfterSwitch, linuxAfterSwitch } from "./after-switch.ts";
import { ask } from "./ask.ts";
import { createMachine, Killed } from "./machine.ts";
import type { Machine } from "./machine.ts";

/** How a machine with so many stale host rows looks after a change of network. */
const MAKERS = {
  linux: { make: linuxAfterSwitch, row: linuxRoute },
  darwin: { make: darwinAfterSwitch, row: darwinRoute },
} as const;

/** A machine of the system with exactly so many rows to delete. */
export function withStaleRows(os: keyof typeof MAKERS, count: number): Machine {
  const { make, row } = MAKERS[os];
  const machine = make();
  const old = row().gateway;
  const kept = machine.rows.filter(({ gateway }) => gateway !== old);
  const stale = Array.from({ length: count }, (_, place) => row({ destination: hostAt(place + 1) }));
  machine.rows.splice(0, machine.rows.length, ...kept, ...stale);
  return machine;
}

function hostAt(place: number): string {
  return `203.0.${113 + (place >> 8)}.${place & 255}/32`;
}

/** The machine as it is now, for one of several things that may happen next. */
export function copyOf(machine: Machine): Machine {
  const copy = createMachine(machine.os, machine.rows, machine.seen);
  for (const [name, text] of machine.journal) copy.journal.set(name, text);
  return Object.assign(copy, { ledger: machine.ledger, boot: machine.boot, now: machine.now });
}

/** What stands in the table, in any order. */
export const tableOf = ({ rows }: Machine): string => rows.map(routeKey).toSorted().join("\n");

/** All steps of the machine's plan. */
export async function everyStep(machine: Machine) {
  const { digest, entries } = await ask(machine.host(), "plan", {});
  return { digest, only: entries.map(({ id }) => id) };
}

/** Works with a helper that may be killed; true when it came to the end. */
export async function survives(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    // A living helper would answer `partial` to a call that fails in the middle.
    if (error instanceof Killed || (error instanceof Refusal && error.code === "partial")) return false;
    throw error;
  }
}

/** Undoes what can be undone, as whoever comes next would. */
export async function undoAll(machine: Machine): Promise<void> {
  const { undoable } = await ask(machine.host(), "status", {});
  if (undoable !== null) await ask(machine.host(), "undo", { txn: undoable });
}

/** Whether what stands in the table and what a helper offers to undo are together what stood there before. */
export async function isWhole(machine: Machine, before: string): Promise<boolean> {
  const { transactions } = await ask(machine.host(), "journal", { limit: 10 });
  const offered = transactions
    .filter(({ undoable }) => undoable)
    .flatMap(({ steps }) => steps.flatMap(({ step, done }) => (done && "route" in step ? [routeKey(step.route)] : [])));
  const there = new Set([...offered, ...machine.rows.map(routeKey)]);
  if (before.split("\n").some((row) => !there.has(row))) return false;
  await undoAll(machine);
  return tableOf(machine) === before;
}

/** What a helper was about to write when it was killed. */
export interface LastLine {
  readonly name: string;
  readonly line: string;
}

/** The host of a helper that dies in front of its n-th call, and what it would have written next, if it was about to write. */
export function dying(machine: Machine, call: number): { host: Host; unwritten(): LastLine | null } {
  const inner = machine.host(call);
  let last: LastLine | null = null;
  const remember =
    (write: Host["journal"]["append"]): Host["journal"]["append"] =>
    (name, line) => {
      last = { name, line };
      write(name, line);
      last = null;
    };
  const { create, append, appendDurably } = inner.journal;
  const journal = {
    ...inner.journal,
    create: remember(create),
    append: remember(append),
    appendDurably: remember(appendDurably),
  };
  return { host: { ...inner, journal }, unwritten: () => last };
}

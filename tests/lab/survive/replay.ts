import { SERVER, WIFI, WIFI_INTERFACE } from "../network/addresses.ts";
import type { Joined, Span, Transaction } from "./chronicle.ts";
import type { RouteEvent } from "./route-log.ts";
import type { ScriptRun } from "./script-runs.ts";

/** Whose doing a change of a table was. */
export type Author = "switch" | "kernel" | "script" | "helper";

/** What the kernel's log is held against. */
export interface Accounts {
  readonly joined: readonly Joined[];
  readonly scriptRuns: readonly ScriptRun[];
  readonly transactions: readonly Transaction[];
}

/** A change of the helper's, and how long its network had been left by then: 0 while it was there. */
export interface HelperWrite {
  readonly event: RouteEvent;
  readonly lateMs: number;
}

/** The kernel's log, each line with its author. */
export interface Replay {
  readonly counts: Record<Author, number>;
  readonly unattributed: RouteEvent[];
  readonly writes: HelperWrite[];
  /** Switches whose default route the log does not show: then it is not whole. */
  readonly unseen: Joined[];
}

/** The log is read a moment after the event, later when the machine is busy; and clocks are read beside the deed. */
const TOLERANCE_MS = 300;
/** The helper writes within so many milliseconds after the beginning of a transaction. */
const WRITES_WITHIN_MS = 2_000;

/** Finds the author of each event. Every deed accounts for one event only. */
export function replay(events: readonly RouteEvent[], accounts: Accounts): Replay {
  const defaults = new Set(accounts.joined);
  const planned = new Set(accounts.transactions.flatMap(expectedWrites));
  const result: Replay = {
    counts: { switch: 0, kernel: 0, script: 0, helper: 0 },
    unattributed: [],
    writes: [],
    unseen: [],
  };
  for (const event of events) {
    const author = authorOf(event, accounts, defaults, planned);
    if (author === null) result.unattributed.push(event);
    else result.counts[author] += 1;
    if (author === "helper") result.writes.push({ event, lateMs: latenessOf(event, accounts.joined) });
  }
  result.unseen.push(...defaults);
  return result;
}

interface ExpectedWrite {
  readonly at: number;
  readonly isDeletion: boolean;
  /** The row begins so. */
  readonly row: string;
}

function authorOf(
  event: RouteEvent,
  { joined, scriptRuns }: Accounts,
  defaults: Set<Joined>,
  planned: Set<ExpectedWrite>,
): Author | null {
  const switches = joined.filter((one) => isWithin(event.at, one));
  if (/ proto kernel /.test(event.row)) return isOfWifi(event) && switches.length > 0 ? "kernel" : null;
  const join = switches.find((one) => defaults.has(one) && isDefaultOf(event, one));
  if (join !== undefined) return defaults.delete(join) ? "switch" : null;
  const write = [...planned].find((one) => isWriteOf(event, one));
  if (write !== undefined) return planned.delete(write) ? "helper" : null;
  const isPin = !event.isDeletion && event.row.startsWith(`${SERVER} via `);
  return isPin && scriptRuns.some((run) => isWithin(event.at, run)) ? "script" : null;
}

function isWithin(at: number, { begin, end }: Span): boolean {
  return begin - TOLERANCE_MS <= at && at <= end + TOLERANCE_MS;
}

function isOfWifi({ row }: RouteEvent): boolean {
  return row.includes(` dev ${WIFI_INTERFACE} `);
}

function isDefaultOf({ row, isDeletion }: RouteEvent, { to }: Joined): boolean {
  return !isDeletion && row === `default via ${WIFI[to].router} dev ${WIFI_INTERFACE}`;
}

function expectedWrites({ at, steps }: Transaction): ExpectedWrite[] {
  return steps.flatMap((step) => {
    if (step.op !== "add-route" && step.op !== "replace-route" && step.op !== "delete-route") return [];
    const { destination, gateway, interface: name } = step.op === "replace-route" ? step.replacement : step.route;
    const row = `${destination.replace(/\/32$/, "")} via ${gateway} dev ${name ?? ""}`;
    return [{ at, isDeletion: step.op === "delete-route", row }];
  });
}

function isWriteOf(event: RouteEvent, { at, isDeletion, row }: ExpectedWrite): boolean {
  const isInTime = at - TOLERANCE_MS <= event.at && event.at <= at + WRITES_WITHIN_MS;
  return isInTime && event.isDeletion === isDeletion && event.row.startsWith(row);
}

/** For how long the network of the router that a row names had been left; infinite when it never was joined. */
function latenessOf({ at, row, isDeletion }: RouteEvent, joined: readonly Joined[]): number {
  if (isDeletion) return 0;
  const router = / via (\S+) /.exec(`${row} `)?.[1];
  const left = joined.filter(({ begin, from }) => begin <= at && WIFI[from].router === router).at(-1);
  const arrived = joined.filter(({ begin, to }) => begin <= at && WIFI[to].router === router).at(-1);
  if (arrived !== undefined && (left === undefined || arrived.begin >= left.begin)) return 0;
  if (left !== undefined) return Math.max(0, at - left.end);
  return joined[0] !== undefined && WIFI[joined[0].from].router === router ? 0 : Number.POSITIVE_INFINITY;
}

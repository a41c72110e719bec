import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { compareSnapshots } from "../../shared/history/compare.ts";
import type { NetworkChange } from "../../shared/history/network-change.ts";
import type { Snapshot } from "../../shared/snapshot/snapshot.ts";
import type { Hint } from "./hint.ts";
import type { Observer } from "./observer.ts";

/** One look at the machine. */
export interface Look {
  readonly snapshot: Snapshot;
  /** The look before, null at the first. */
  readonly before: Snapshot | null;
  /** Whether the machine has just woken up. */
  readonly woke: boolean;
}

/** What changed since the look before; at the first nothing but that the machine woke. */
export function changesOf({ snapshot, before, woke }: Look): NetworkChange[] {
  const waking: NetworkChange[] = woke ? [{ code: "woke-up", args: {} }] : [];
  return before === null ? waking : [...waking, ...compareSnapshots(before, snapshot)];
}

/**
 * Looks at the machine now and after each hint, one look at a time, until the signal aborts. Hints that come during a
 * look lead to exactly one more. A look without named changes is given out, too: the snapshot holds more than has names.
 */
export async function* watchSnapshots(
  observer: Pick<Observer, "capture" | "changes">,
  signal: AbortSignal,
): AsyncGenerator<Look, void, undefined> {
  const ended = new AbortController();
  const hints = observer.changes(AbortSignal.any([signal, ended.signal]))[Symbol.asyncIterator]();
  // Listen before looking, so that what changes in between is not missed.
  let next = hints.next();
  let before: Snapshot | null = null;
  let hint: Hint | null = null;
  try {
    while (!signal.aborted) {
      const snapshot = await look(observer, signal);
      if (snapshot === null) return;
      yield { snapshot, before, woke: hint?.reason === "woke" };
      before = snapshot;
      const result = await next;
      if (result.done === true) return;
      hint = result.value;
      next = hints.next();
    }
  } finally {
    ended.abort();
    await hints.return?.();
  }
}

/** The snapshot of now, null when the signal aborts meanwhile. */
async function look(observer: Pick<Observer, "capture">, signal: AbortSignal): Promise<Snapshot | null> {
  try {
    return snapshotOf(await observer.capture(signal)).snapshot;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

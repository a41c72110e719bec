import { setTimeout as wait } from "node:timers/promises";
import type { Observer } from "../../observe/observer.ts";
import { watchSnapshots } from "../../observe/watch.ts";
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import type { PlanIdentity } from "../../../shared/repair/digest.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import type { Model, ModelStore } from "../model.ts";
import { conclude } from "./conclude.ts";

/** A watch that broke off begins again after this time, in milliseconds. */
const AGAIN_AFTER = 30_000;

/** Keeps the model's observation up to date. */
export interface MachineWatch {
  /** Looks now; settles when the model holds what was seen. */
  lookNow(): Promise<void>;
  /** The machine goes to sleep: nothing is looked at until it wakes. */
  sleep(): void;
  /** The machine is awake again. */
  wake(): void;
  stop(): void;
}

/** What a watch works with. */
export interface WatchParts {
  readonly model: ModelStore;
  readonly observer: Observer;
  readonly identity: PlanIdentity;
  /** Called when the model holds a new look, with the model before it. */
  onLook(before: Model, woke: boolean): void;
  /** Is given what fails; the watch goes on. */
  onError(error: unknown): void;
}

/** Watches the machine until it is stopped. */
export function watchMachine({ model, observer, identity, onLook, onError }: WatchParts): MachineWatch {
  const ending = new AbortController();
  let looking = Promise.resolve();

  const accept = (snapshot: Snapshot, woke: boolean) => {
    const before = model.getState();
    if (isOlder(snapshot, before.observation?.snapshot)) return;
    const seen = conclude(snapshot, before, identity, new Date().toISOString());
    model.setState(seen);
    onLook(before, woke);
    // A verdict that is held back is looked at again soon.
    observer.setPace(seen.observation.assessment.state === "recovering" ? "fast" : "slow");
  };
  const lookOnce = async () => accept(snapshotOf(await observer.capture(ending.signal)).snapshot, false);

  void watchUntilAborted(observer, ending.signal, accept, onError);
  return {
    // One after the other: whoever asks wants to see what is the case after the question.
    lookNow() {
      const look = looking.then(lookOnce);
      looking = look.catch(() => undefined);
      return look;
    },
    sleep: () => observer.setPace("paused"),
    wake() {
      observer.setPace("slow");
      observer.hint("woke");
    },
    stop: () => ending.abort(),
  };
}

async function watchUntilAborted(
  observer: Observer,
  signal: AbortSignal,
  accept: (snapshot: Snapshot, woke: boolean) => void,
  onError: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const { snapshot, woke } of watchSnapshots(observer, signal)) accept(snapshot, woke);
    } catch (error) {
      onError(error);
    }
    // Rejects when the app ends, which ends the loop, too.
    await wait(AGAIN_AFTER, undefined, { signal }).catch(() => undefined);
  }
}

function isOlder(snapshot: Snapshot, known: Snapshot | undefined): boolean {
  return snapshot.takenAt !== null && known?.takenAt != null && snapshot.takenAt < known.takenAt;
}

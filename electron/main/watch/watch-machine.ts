import { setTimeout as wait } from "node:timers/promises";
import type { Observer } from "../../observe/observer.ts";
import { watchSnapshots } from "../../observe/watch.ts";
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import type { PlanIdentity } from "../../../shared/repair/digest.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import type { ModelStore } from "../model.ts";
import { conclude } from "./look.ts";

/** While a verdict is held back after a change of network, the machine is looked at this often. */
const WHILE_RECOVERING_MS = 1_000;

/** A watch that broke off (the system's tools fail) begins again after this time. */
const AGAIN_AFTER_MS = 30_000;

/** Keeps the model's observation up to date. */
export interface MachineWatch {
  /** Looks now; settles when the model holds what was seen. */
  lookNow(): Promise<void>;
  stop(): void;
}

/** Watches the machine until it is stopped. What fails is given to `onError`, and the watch goes on. */
export function watchMachine(
  model: ModelStore,
  observer: Observer,
  identity: PlanIdentity,
  onError: (error: unknown) => void,
): MachineWatch {
  const ending = new AbortController();
  let fastLook: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();

  const accept = (snapshot: Snapshot) => {
    const state = model.getState();
    if (isOlder(snapshot, state.observation?.snapshot)) return;
    model.setState(conclude(snapshot, state, identity, new Date().toISOString()));
    clearTimeout(fastLook);
    if (model.getState().observation?.assessment.state !== "recovering" || ending.signal.aborted) return;
    fastLook = setTimeout(() => void lookNow().catch(onError), WHILE_RECOVERING_MS);
  };
  const lookOnce = async () => accept(snapshotOf(await observer.capture(ending.signal)).snapshot);
  // One after the other: whoever asks wants to see what is the case after the question.
  const lookNow = () => {
    const next = looking.then(lookOnce);
    looking = next.catch(() => undefined);
    return next;
  };

  void watchUntilAborted(observer, ending.signal, accept, onError);
  return {
    lookNow,
    stop: () => {
      clearTimeout(fastLook);
      ending.abort();
    },
  };
}

async function watchUntilAborted(
  observer: Observer,
  signal: AbortSignal,
  accept: (snapshot: Snapshot) => void,
  onError: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const { snapshot } of watchSnapshots(observer, signal)) accept(snapshot);
    } catch (error) {
      if (!signal.aborted) onError(error);
    }
    await wait(AGAIN_AFTER_MS, undefined, { signal }).catch(() => undefined);
  }
}

function isOlder(snapshot: Snapshot, known: Snapshot | undefined): boolean {
  return snapshot.takenAt !== null && known?.takenAt != null && snapshot.takenAt < known.takenAt;
}

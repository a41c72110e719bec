import type { KeepAliveLook } from "../../../shared/keep-alive/look.ts";
import { keptClients } from "../../../shared/keep-alive/kept-clients.ts";
import { pinTroubleOf } from "../../../shared/keep-alive/trouble.ts";
import type { QuickLook, QuickObserver } from "../../observe/quick/quick-observer.ts";
import type { PinLedger } from "./pin-ledger.ts";
import { snapshotOfQuickLook } from "./quick-snapshot.ts";

/**
 * Looks, and learns from each look which router a pin was made for. `since` is when the first news came. What is wrong with
 * a pin a glance shows; only for the rest the sockets are read, too.
 */
export function watcher(quick: QuickObserver, ledger: PinLedger): (since: number) => Promise<KeepAliveLook> {
  return async (since) => {
    const lookBy = (seen: QuickLook): KeepAliveLook => {
      return { facts: ledger.learn(snapshotOfQuickLook(seen)), received: seen.received, since, now: performance.now() };
    };
    const glance = lookBy(await quick.glance());
    const isPinWrong = keptClients(glance.facts).some((client) => pinTroubleOf(glance.facts, client) !== null);
    return isPinWrong ? glance : lookBy(await quick.look());
  };
}

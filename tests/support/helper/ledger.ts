import type { Ledger } from "../../../electron/helper/host.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";

/** A ledger in memory, for a helper without a folder of its own. */
export function ledgerInMemory(): Ledger {
  let kept = EMPTY_HISTORY;
  return {
    read: () => kept,
    keep: (_known, learned) => {
      kept = learned;
    },
  };
}

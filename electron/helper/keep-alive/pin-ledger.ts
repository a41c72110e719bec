import { factsOf } from "../../../shared/health/facts.ts";
import type { Facts } from "../../../shared/health/facts.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import type { History } from "../../../shared/history/history.ts";
import { rememberPins } from "../../../shared/history/remember-pins.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { keepLedger, readLedger } from "../remember-look.ts";
import type { Session } from "../session.ts";

/** The helper's ledger of pins, held in memory from look to look. */
export interface PinLedger {
  /** The facts of a snapshot in the light of what was seen before, and of what it teaches itself. */
  learn(snapshot: Snapshot): Facts;
}

/** Reads the ledger once, and keeps what is learned. */
export function pinLedger(session: Session): PinLedger {
  const kept = readLedger(session);
  let known: History = kept;
  return {
    learn(snapshot) {
      const pins = rememberPins(known.pins, factsOf(snapshot, EMPTY_HISTORY));
      const isNews = JSON.stringify(pins) !== JSON.stringify(known.pins);
      if (isNews) {
        known = { ...EMPTY_HISTORY, pins };
        // Later: what it takes to write is silence in the tunnel, when the pin is about to be moved.
        const learned = known;
        setImmediate(() => keepLedger(session, kept, learned));
      }
      return factsOf(snapshot, known);
    },
  };
}

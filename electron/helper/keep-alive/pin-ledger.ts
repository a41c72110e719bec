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
  /** Writes down at once what was learned. */
  keep(): void;
}

/** Milliseconds until what was learned is written down: to write takes time that a tunnel may be silent. */
const KEPT_AFTER = 1_000;

/** Reads the ledger once, and keeps what is learned. */
export function pinLedger(session: Session): PinLedger {
  let kept = readLedger(session);
  let known: History = kept;
  let timer: NodeJS.Timeout | null = null;
  const keep = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (known === kept) return;
    keepLedger(session, kept, known);
    kept = known;
  };
  return {
    learn(snapshot) {
      const pins = rememberPins(known.pins, factsOf(snapshot, EMPTY_HISTORY));
      if (JSON.stringify(pins) !== JSON.stringify(known.pins)) {
        known = { ...EMPTY_HISTORY, pins };
        timer ??= setTimeout(keep, KEPT_AFTER);
      }
      return factsOf(snapshot, known);
    },
    keep,
  };
}

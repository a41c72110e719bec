import { factsOf } from "../../shared/health/facts.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import type { History } from "../../shared/history/history.ts";
import { rememberPins } from "../../shared/history/remember-pins.ts";
import type { Snapshot } from "../../shared/snapshot/snapshot.ts";
import type { Session } from "./session.ts";

/**
 * What the helper remembers, with what this look teaches. Only pins and the routers that they were made for, which are
 * state of the kernel: which addresses are VPN servers is told by command lines, which any user can write. A ledger that
 * cannot be used is noted in the audit log, and then nothing is remembered: that is no reason to refuse a repair.
 */
export function rememberLook(session: Session, snapshot: Snapshot): History {
  const known = readLedger(session);
  const pins = rememberPins(known.pins, factsOf(snapshot, EMPTY_HISTORY));
  const learned: History = { ...EMPTY_HISTORY, pins };
  keepLedger(session, known, learned);
  return learned;
}

/** What earlier helpers saw; nothing when that cannot be used. */
export function readLedger(session: Session): History {
  return guarded(session, EMPTY_HISTORY, () => session.host.ledger.read((problem) => note(session, problem)));
}

/** Keeps what was learned, which came from `known`. */
export function keepLedger(session: Session, known: History, learned: History): void {
  guarded(session, undefined, () => session.host.ledger.keep(known, learned, (problem) => note(session, problem)));
}

function guarded<Value>(session: Session, otherwise: Value, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    note(session, String(error));
    return otherwise;
  }
}

function note({ audit, caller }: Session, detail: string): void {
  audit({ op: "ledger", uid: caller.uid, result: "unusable", detail });
}

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
  const { host } = session;
  const known = guarded(session, EMPTY_HISTORY, () => host.ledger.read((problem) => note(session, problem)));
  const pins = rememberPins(known.pins, factsOf(snapshot, EMPTY_HISTORY));
  const learned: History = { ...EMPTY_HISTORY, pins };
  guarded(session, undefined, () => host.ledger.keep(known, learned, (problem) => note(session, problem)));
  return learned;
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

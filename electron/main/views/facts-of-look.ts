import { factsOf } from "../../../shared/health/facts.ts";
import type { Facts } from "../../../shared/health/facts.ts";
import type { History } from "../../../shared/history/history.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";

const collected = new WeakMap<Snapshot, { readonly history: History; readonly facts: Facts }>();

/** The facts of a look, collected once for all questions about it. */
export function factsOfLook(snapshot: Snapshot, history: History): Facts {
  const known = collected.get(snapshot);
  if (known?.history === history) return known.facts;
  const facts = factsOf(snapshot, history);
  collected.set(snapshot, { history, facts });
  return facts;
}

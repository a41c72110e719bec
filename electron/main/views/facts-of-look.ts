import { factsOf } from "../../../shared/health/facts.ts";
import type { Facts } from "../../../shared/health/facts.ts";
import type { History } from "../../../shared/history/history.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import type { Model } from "../model.ts";

const collected = new WeakMap<Snapshot, { readonly history: History; readonly facts: Facts }>();

/** The facts of the last look, collected once for all questions about it; null before the first look. */
export function factsOfLook({ observation, history }: Pick<Model, "observation" | "history">): Facts | null {
  if (observation === null) return null;
  const { snapshot } = observation;
  const known = collected.get(snapshot);
  if (known?.history === history) return known.facts;
  const facts = factsOf(snapshot, history);
  collected.set(snapshot, { history, facts });
  return facts;
}

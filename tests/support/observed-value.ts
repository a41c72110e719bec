import type { Part } from "../../shared/snapshot/part.ts";

/** The value of a part that a test expects to be observed; throws with its reason otherwise. */
export function observedValue<Value>(part: Part<Value> | undefined): Value {
  if (part?.observed !== true) throw new Error(`expected an observed part, got ${JSON.stringify(part)}`);
  return part.value;
}

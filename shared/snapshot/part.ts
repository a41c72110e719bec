import * as v from "valibot";
import { CodedText } from "./coded-text.ts";

/**
 * One part of a snapshot: either observed, or unobserved with the reason. Unknown is not absent: a rule may conclude
 * that something is missing only from an observed part which is not `partial`.
 */
export type Part<Value> =
  | { readonly observed: true; readonly value: Value; readonly partial: boolean }
  | { readonly observed: false; readonly reason: CodedText };

/** Schema of a part from the schema of its value. */
export function partOf<Schema extends v.GenericSchema>(value: Schema) {
  return v.variant("observed", [
    v.strictObject({ observed: v.literal(true), value, partial: v.boolean() }),
    v.strictObject({ observed: v.literal(false), reason: CodedText }),
  ]);
}

/** A completely observed part. */
export function observed<Value>(value: Value): Part<Value> {
  return { observed: true, value, partial: false };
}

/** A part of which only some was seen (a filtered list, a listing without rights). */
export function partlyObserved<Value>(value: Value): Part<Value> {
  return { observed: true, value, partial: true };
}

/** A part that could not be observed. Reason codes: `not-in-capture`, `command-failed`, `timed-out`, `unreadable` (args line, detail), `not-permitted`, `tool-missing`. */
export function unobserved<Value>(code: string, args: CodedText["args"] = {}): Part<Value> {
  return { observed: false, reason: { code, args } };
}

/** The values of a part, none when it is unobserved. Use only where absence proves nothing. */
export function valuesOf<Value>(part: Part<readonly Value[]>): readonly Value[] {
  return part.observed ? part.value : [];
}

/** Whether the part is observed in full, so that what it does not list does not exist. */
export function isComplete(part: Part<unknown>): boolean {
  return part.observed && !part.partial;
}

import * as v from "valibot";
import { CodedText } from "../snapshot/coded-text.ts";

/** How a call across a border ends: a value, or an error as a code with arguments. Nothing is thrown across. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: CodedText };

/** A result that carries nothing but success. */
export const DONE: Result<null> = { ok: true, value: null };

/** A failed result. `code` is a key of the namespace `app:error`. */
export function failed(code: string, args: CodedText["args"] = {}): Result<never> {
  return { ok: false, error: { code, args } };
}

/** Schema of a result from the schema of its value. */
export function resultOf<Schema extends v.GenericSchema>(value: Schema) {
  return v.variant("ok", [
    v.strictObject({ ok: v.literal(true), value }),
    v.strictObject({ ok: v.literal(false), error: CodedText }),
  ]);
}

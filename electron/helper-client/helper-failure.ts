import type { HelperConnectionFailure, HelperErrorCode } from "../../shared/contract/helper-error.ts";
import type { CodedText } from "../../shared/snapshot/coded-text.ts";

type Kebab<Code extends string> = Code extends `${infer Head}_${infer Tail}` ? `${Head}-${Kebab<Tail>}` : Code;

/** Code of a failure: why there was no connection, or the helper's own code written with hyphens (`plan-changed`). */
export type HelperFailureCode = HelperConnectionFailure | Kebab<HelperErrorCode>;

/** Something did not work between this program and the helper; text for people is made from code and args. */
export class HelperFailure extends Error {
  override readonly name = "HelperFailure";
  readonly code: HelperFailureCode;
  readonly args: CodedText["args"];

  constructor(code: HelperFailureCode, args: CodedText["args"] = {}) {
    super(code);
    this.code = code;
    this.args = args;
  }
}

/** The failure for an error code that the helper answered. */
export function failureOf(code: HelperErrorCode): HelperFailure {
  return new HelperFailure(code.replaceAll("_", "-") as Kebab<HelperErrorCode>);
}

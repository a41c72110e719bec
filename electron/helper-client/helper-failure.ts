import type { HelperConnectionFailure, HelperErrorCode } from "../../shared/contract/helper-error.ts";
import type { CodedText } from "../../shared/snapshot/coded-text.ts";

/** What the helper says of a line that no client of its version sends: the two do not speak the same language. */
const UNINTELLIGIBLE = [
  "bad_utf8",
  "bad_json",
  "not_canonical",
  "bad_shape",
  "bad_key",
  "bad_version",
  "too_large",
] as const satisfies readonly HelperErrorCode[];
type Unintelligible = (typeof UNINTELLIGIBLE)[number];

type Kebab<Code extends string> = Code extends `${infer Head}_${infer Tail}` ? `${Head}-${Kebab<Tail>}` : Code;

/** Code of a failure: why there was no connection, or the helper's own code written with hyphens (`plan-changed`). */
export type HelperFailureCode = HelperConnectionFailure | Kebab<Exclude<HelperErrorCode, Unintelligible>>;

/** Failures that stay until a person gives rights, or installs anew what is missing or does not fit. */
export const NEEDS_A_PERSON: ReadonlySet<string> = new Set<HelperFailureCode>([
  "needs-rights",
  "authorisation-refused",
  "denied",
  "needs-root",
  "helper-missing",
  "runtime-missing",
  "helper-untrusted",
  "helper-older",
  "helper-newer",
  "unsupported-os",
]);

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
  if (isUnintelligible(code)) return new HelperFailure("helper-garbled");
  return new HelperFailure(code.replaceAll("_", "-") as Kebab<typeof code>);
}

function isUnintelligible(code: HelperErrorCode): code is Unintelligible {
  return UNINTELLIGIBLE.some((one) => one === code);
}

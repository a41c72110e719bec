import type { HelperErrorCode } from "../../shared/contract/helper-error.ts";

/** A request that is not carried out, or an action that did not work, with the code that goes over the wire. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: HelperErrorCode;

  constructor(code: HelperErrorCode) {
    super(code);
    this.code = code;
  }
}

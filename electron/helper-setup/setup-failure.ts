import type { SetupFailureCode } from "../../shared/contract/helper-setup-report.ts";
import type { CodedText } from "../../shared/snapshot/coded-text.ts";

/** Ends an installation or a removal. What was put in place before stays, and the next try begins anew. */
export class SetupFailure extends Error {
  override readonly name = "SetupFailure";
  readonly code: SetupFailureCode;
  readonly args: CodedText["args"];

  constructor(code: SetupFailureCode, args: CodedText["args"] = {}) {
    super(code);
    this.code = code;
    this.args = args;
  }
}

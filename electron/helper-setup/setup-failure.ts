import type { CodedText } from "../../shared/snapshot/coded-text.ts";

/** Why the helper could not be installed or removed. */
export type SetupFailureCode =
  /** Only root can. */
  | "needs-root"
  /** args.system */
  | "unsupported-system"
  /** Nobody was named, and whoever runs this is root itself. */
  | "no-user"
  /** args.user */
  | "unknown-user"
  /** The Node that the helper runs on is not beside its bundle: args.path. */
  | "runtime-missing"
  /** A file is not the one that this version was built with: args.path. */
  | "runtime-changed"
  /** args.path can be changed by others than root. */
  | "place-untrusted"
  /** args.command ended with args.status; args.detail is what it said. */
  | "tool-failed";

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

import * as v from "valibot";

/** What the helper may answer instead of a result. Closed: nothing else ever goes over the wire, no text, no path. */
export const HelperErrorCode = v.picklist([
  "bad_utf8",
  "bad_json",
  "not_canonical",
  "bad_shape",
  "bad_key",
  "bad_version",
  "too_large",
  "too_many",
  "timeout",
  "denied",
  "busy",
  "rate_limited",
  "plan_changed",
  "plan_empty",
  "too_risky",
  /** The step takes more rights than the helper behind this socket has. */
  "needs_root",
  "unsupported_os",
  "tool_missing",
  "tool_failed",
  "partial",
  "no_txn",
  "txn_closed",
  "conflict",
  "internal",
]);
export type HelperErrorCode = v.InferOutput<typeof HelperErrorCode>;

/** Why the client could not get an answer at all, or may not use it. */
export const HelperConnectionFailure = v.picklist([
  /** No rights: args.command is the line a person can type. */
  "needs-rights",
  /** The password dialogue was closed or the password was wrong. */
  "authorisation-refused",
  /** The bundle of the helper is not where it belongs: args.path. */
  "helper-missing",
  /** No Node that belongs to root was found to run the helper with. */
  "runtime-missing",
  /** The installed helper could be changed by somebody else than root: args.path. It is not spoken to. */
  "helper-untrusted",
  /** The helper judges by older rules than this program, so it must not repair. */
  "helper-older",
  /** The helper judges by newer rules than this program. */
  "helper-newer",
  /** The helper ended or broke off before it answered. */
  "helper-ended",
  /** No answer in time. */
  "helper-silent",
  /** An answer that is not of the protocol. */
  "helper-garbled",
]);
export type HelperConnectionFailure = v.InferOutput<typeof HelperConnectionFailure>;

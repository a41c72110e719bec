import type { KeepAliveStatus } from "../../../shared/contract/keep-alive-status.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";

/** How it goes on without a helper. */
export interface AfterFailure {
  readonly status: KeepAliveStatus;
  /** Milliseconds until it is tried again; null when it is not tried again by itself. */
  readonly againIn: number | null;
}

/** Another try would end the same way, or ask for the same password. */
const FINAL: ReadonlySet<string> = new Set([
  "needs-rights",
  "authorisation-refused",
  "denied",
  "helper-missing",
  "runtime-missing",
  "helper-older",
  "helper-newer",
  "unsupported-os",
]);

const WHILE_ELSEWHERE = 30_000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * What follows when the helper could not be had or has ended. `failures` is the number of failures in a row before this
 * one. Where each start asks for the password (`asksPassword`), none is made that the user did not ask for.
 */
export function afterFailure(error: CodedText, failures: number, asksPassword: boolean): AfterFailure {
  if (error.code === "busy") return { status: { state: "elsewhere" }, againIn: asksPassword ? null : WHILE_ELSEWHERE };
  if (asksPassword || FINAL.has(error.code)) return { status: { state: "unavailable", error }, againIn: null };
  const againIn = Math.min(FIRST_PAUSE * 2 ** failures, LONGEST_PAUSE);
  return { status: { state: "starting", again: true }, againIn };
}

import { HelperFailure, NEEDS_A_PERSON } from "./helper-failure.ts";

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * Milliseconds until a helper that keeps VPNs alive is started again, null where that would end the same way. `failures` is
 * the number of failures in a row before this one. Another Holdfast that does it already (`busy`) is waited for.
 */
export function restartPause(error: unknown, failures: number): number | null {
  const code = error instanceof HelperFailure ? error.code : null;
  if (code !== null && NEEDS_A_PERSON.has(code)) return null;
  return code === "busy" ? LONGEST_PAUSE : Math.min(FIRST_PAUSE * 2 ** failures, LONGEST_PAUSE);
}

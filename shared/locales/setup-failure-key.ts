import { SetupFailureCode } from "../contract/helper-setup-report.ts";

/** That it could not be asked for a password says something else here than where routes are repaired. */
const OWN: ReadonlySet<string> = new Set([...SetupFailureCode.options, "needs-rights"]);

/** The key of the text that says why the helper could not be installed or removed. */
export function setupFailureKey(code: string): string {
  return OWN.has(code) ? `app:setup-failure.${code}` : `app:error.${code}`;
}

import * as v from "valibot";
import { HelperSetupReport } from "../../../shared/contract/helper-setup-report.ts";
import { codedText } from "../../../shared/snapshot/coded-text.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";
import type { PasswordEnd } from "./run-with-password.ts";

/** pkexec(1): the dialogue was closed. */
const DISMISSED = 126;
/** pkexec(1): not authorised, be it that nobody could be asked. */
const NOT_AUTHORISED = 127;

/**
 * Why the helper was not installed or removed, null when it was; `command` does the same in a terminal. Throws when that
 * cannot be told from what the program printed.
 */
export function setupFailureOf({ status, output, errors }: PasswordEnd, command: string): CodedText | null {
  const report = reportIn(output);
  if (report?.ok === true && status === 0) return null;
  if (report?.ok === false) return codedText(report.failure.code, report.failure.args);
  if (output === "" && status === DISMISSED) return codedText("authorisation-refused");
  if (output === "" && status === NOT_AUTHORISED) return codedText("needs-rights", { command });
  throw new Error(`setting up the helper ended with ${status}, printed ${JSON.stringify(output)} and said: ${errors}`);
}

function reportIn(output: string): HelperSetupReport | null {
  try {
    const report = v.safeParse(HelperSetupReport, JSON.parse(output));
    return report.success ? report.output : null;
  } catch {
    // No JSON, or more or less than one document: no report.
    return null;
  }
}

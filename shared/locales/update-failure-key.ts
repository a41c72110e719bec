import { UpdateFailureCode } from "../contract/updates.ts";

const OWN: ReadonlySet<string> = new Set(UpdateFailureCode.options);

/** The key of the text that says why there is no update, or why it was not installed. */
export function updateFailureKey(code: string): string {
  return OWN.has(code) ? `app:update-failure.${code}` : `app:error.${code}`;
}

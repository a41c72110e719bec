/** Advice that names a command on the command line; here the same is a place on this page. */
const SAID_FOR_THE_APP = new Set(["clean", "clean-only", "ask-owner", "run-doctor"]);

/** The key of the text for one piece of advice of a pre-flight. */
export function adviceKey(code: string): string {
  return SAID_FOR_THE_APP.has(code) ? `app:check.advice.${code}` : `preflight:advice.${code}`;
}

import { HelperFailure, NEEDS_A_PERSON } from "../helper-client/helper-failure.ts";
import { CliFailure } from "./cli-failure.ts";
import { EXIT } from "./exit-code.ts";
import type { ExitCode } from "./exit-code.ts";

const USAGE = new Set(["no-txn"]);

/** Runs something that talks to the helper; its failures become the exit code and the line that belong to them. */
export async function withHelperFailures<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof HelperFailure)) throw error;
    throw new CliFailure(exitCodeFor(error.code), `app:error.${error.code}`, error.args);
  }
}

function exitCodeFor(code: string): ExitCode {
  if (code === "plan-changed") return EXIT.changed;
  if (NEEDS_A_PERSON.has(code)) return EXIT.rights;
  return USAGE.has(code) ? EXIT.usage : EXIT.problems;
}

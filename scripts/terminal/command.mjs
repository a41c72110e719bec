// @ts-check
import { requireNode } from "../setup/node-version.mjs";
import { Stop } from "./stop.mjs";

/**
 * Runs one of the project's commands: whatever goes wrong ends in one sentence on stderr and a non-zero exit code.
 * `body` imports what it needs itself, so that Node's version is checked before newer syntax is read.
 * HOLDFAST_DEBUG=1 adds the stack trace.
 *
 * @param {() => Promise<number | void>} body resolves to the exit code (0 when it gives none)
 */
export async function command(body) {
  try {
    requireNode();
    process.exitCode = (await body()) || 0;
  } catch (error) {
    process.exitCode = error instanceof Stop ? error.exitCode : 1;
    console.error(sentenceOf(error));
    if (process.env.HOLDFAST_DEBUG) console.error(error);
  }
}

/** @param {unknown} error */
function sentenceOf(error) {
  if (error instanceof Stop) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  return `Unexpected: ${reason.split("\n")[0]} (run again with HOLDFAST_DEBUG=1 to see where)`;
}

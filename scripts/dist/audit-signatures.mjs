// @ts-check
import { readFileSync } from "node:fs";
import { inProject, projectFolder } from "../paths.mjs";
import { runNpm } from "../setup/npm.mjs";
import { alive } from "../terminal/alive.mjs";
import { Stop } from "../terminal/stop.mjs";

const log = inProject(".cache", "logs", "audit-signatures.log");

/**
 * Has npm compare all installed packages with what their registry has signed. Needs a network, so that it is no part of the tests;
 * where the keys cannot be had that is said, because nobody can tell then whether something is wrong.
 *
 * @returns {Promise<string>} one sentence that says what came out
 * @throws {Stop} when a signature is wrong, or is missing where the registry signs
 */
export async function auditSignatures() {
  const args = ["audit", "signatures", "--json", "--loglevel=silent"];
  const ended = await alive("Asking the registry for its signatures", runNpm(args, { log, cwd: projectFolder }));
  if (ended === 127) return "Signatures of packages were not checked: there is no npm.";
  return signatureVerdict(readFileSync(log, "utf8"));
}

/**
 * @param {string} answer what `npm audit signatures --json` printed (npm 10 and 11)
 * @returns {string} one sentence, when nothing is wrong or nothing can be said
 * @throws {Stop} when a signature is wrong or missing
 */
export function signatureVerdict(answer) {
  const { invalid, missing, error } = parsed(answer);
  if (invalid === undefined || missing === undefined) {
    return `Signatures of packages were not checked: ${error?.summary ?? "npm gave no answer"}.`;
  }
  const wrong = [...invalid.map(named("has a wrong signature")), ...missing.map(named("has no signature"))];
  if (wrong.length > 0) throw new Stop(`Nothing is packed: ${wrong.join("; ")}.`);
  return "All installed packages are as their registry has signed them.";
}

/** @typedef {{ name: string, version: string }} Judged */

/**
 * @param {string} answer
 * @returns {{ invalid?: readonly Judged[], missing?: readonly Judged[], error?: { summary?: string } }}
 */
function parsed(answer) {
  try {
    return JSON.parse(answer);
  } catch {
    // npm was ended before it had an answer, or printed something else.
    return {};
  }
}

/** @param {string} fault */
const named =
  (fault) =>
  (/** @type {Judged} */ { name, version }) =>
    `${name}@${version} ${fault}`;

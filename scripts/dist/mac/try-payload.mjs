// @ts-check
import { spawnSync } from "node:child_process";
import { Stop } from "../../terminal/stop.mjs";

/** How long a program may take, its first start out of a cold cache included; milliseconds. */
const patience = 30_000;

/**
 * Starts everything in the helper's folder once, as it will be started on other computers. A Node that lacks an entitlement is
 * signed and notarised without complaint, and dies at its start (helper-security §1.4).
 *
 * @param {{ node: string, helper: string, cli: string, state: string }} paths of the three programs, and of a folder of root's
 *   for a journal that stays empty
 * @param {Pick<import("./load-sources.mjs").FromSources, "nodeFlags" | "hello" | "build">} sources
 * @throws {Stop} when one of them does not work
 */
export function tryPayload({ node, helper, cli, state }, { nodeFlags, hello, build }) {
  const version = run("The command line program", [node, cli, "--version"]).trim();
  if (version !== build.version) throw new Stop(`The command line program says that it is ${version}.`);
  const answer = readAnswer(
    run("The helper", [node, ...nodeFlags, helper, "--child", `--state-directory=${state}`], hello),
  );
  // Whoever is not root is turned away, but by the helper itself.
  const isFine = process.geteuid?.() === 0 ? answer.helper === build.version : answer.err === "denied";
  if (!isFine) throw new Stop(`The helper answers ${JSON.stringify(answer)}.`);
}

/**
 * @param {string} what
 * @param {readonly string[]} commandLine
 * @param {string} [input]
 * @returns {string} what it printed
 */
function run(what, [program = "", ...words], input = "") {
  const options = { input, env: {}, cwd: "/", encoding: /** @type {const} */ ("utf8"), timeout: patience };
  const { error, signal, stdout, stderr } = spawnSync(program, words, options);
  if (error !== undefined) throw new Stop(`${what} does not start: ${error.message}`);
  if (signal !== null) throw new Stop(`${what} was ended by ${signal}. ${stderr}`);
  return stdout;
}

/**
 * @param {string} line
 * @returns {{ helper?: unknown, err?: unknown }}
 */
function readAnswer(line) {
  try {
    return JSON.parse(line);
  } catch {
    throw new Stop(`The helper does not answer: ${JSON.stringify(line)}.`);
  }
}

// @ts-check
import { execFileSync, spawnSync } from "node:child_process";
import { inProject } from "../paths.mjs";
import { findProgram } from "../processes/programs.mjs";
import { runLogged } from "../processes/logged.mjs";
import { alive } from "../terminal/alive.mjs";

const log = inProject(".cache", "logs", "apt-get.log");

/**
 * Those of `wanted` that are not installed; each may name alternatives, separated by `|`.
 *
 * @param {readonly string[]} wanted
 * @param {ReadonlySet<string>} installed
 */
export const missingFrom = (wanted, installed) =>
  [...new Set(wanted)].filter((names) => !names.split("|").some((name) => installed.has(name)));

/**
 * The names of installed packages in the output of `dpkg-query -W -f='${Package} ${db:Status-Status}\n'`.
 *
 * @param {string} output
 */
export const installedIn = (output) =>
  new Set(
    output.split("\n").flatMap((line) => (line.endsWith(" installed") ? [line.slice(0, line.indexOf(" "))] : [])),
  );

/**
 * Which Debian packages are missing here. On systems without Debian's package manager: none that we could name.
 *
 * @param {readonly string[]} wanted
 */
export function missingPackages(wanted) {
  const dpkgQuery = process.platform === "linux" ? findProgram("dpkg-query") : undefined;
  if (!dpkgQuery) return [];
  // It exits with 1 when it does not know one of the names; the list of the others is complete all the same.
  const { stdout } = spawnSync(dpkgQuery, ["-W", "-f=${Package} ${db:Status-Status}\\n", ...alternatives(wanted)], {
    encoding: "utf8",
  });
  return missingFrom(wanted, installedIn(stdout));
}

/**
 * Installs what is missing when that can be done without asking, that is as root.
 *
 * @param {readonly string[]} wanted
 * @returns {Promise<string[]>} what is missing still
 */
export async function installPackages(wanted) {
  const missing = missingPackages(wanted);
  const aptGet = findProgram("apt-get");
  if (missing.length === 0 || process.getuid?.() !== 0 || !aptGet) return missing;
  await alive(`Installing ${missing.length} Debian packages`, install(aptGet, missing));
  return missingPackages(wanted);
}

/**
 * @param {string} aptGet path
 * @param {readonly string[]} missing
 */
async function install(aptGet, missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (/** @type {string} */ program, /** @type {string[]} */ args) => runLogged(program, args, { log, env });
  // An installation that was interrupted must be finished before another one is accepted; otherwise this does nothing.
  await run("dpkg", ["--configure", "-a"]);
  await run(aptGet, ["update"]);
  const names = missing.map(availableName);
  return run(aptGet, ["install", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=60", ...names]);
}

/** @param {readonly string[]} wanted */
const alternatives = (wanted) => wanted.flatMap((names) => names.split("|"));

/** @param {string} names of alternatives */
function availableName(names) {
  const [first = names, ...others] = names.split("|");
  return [first, ...others].find((name) => aptKnows(name)) ?? first;
}

/** @param {string} name */
function aptKnows(name) {
  const policy = execFileSync("apt-cache", ["policy", name], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  return policy.includes("Candidate:") && !policy.includes("Candidate: (none)");
}

// @ts-check
import { runLogged } from "../processes/logged.mjs";

/** npm's own patience lets a machine without a network wait for minutes. */
const patience = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];

/**
 * Runs npm with little patience for a network that does not answer.
 *
 * @param {readonly string[]} args
 * @param {{ log: string, cwd: string }} options `log`: path of the file that takes its output
 * @returns {Promise<number>} its exit code; 127 when there is no npm
 */
export const runNpm = (args, options) => runLogged("npm", [...args, ...patience], options);

// @ts-check
import { inProject } from "../../paths.mjs";
import { runLogged } from "../../processes/logged.mjs";
import { alive } from "../../terminal/alive.mjs";
import { Stop } from "../../terminal/stop.mjs";

/**
 * Runs one of Apple's tools.
 *
 * @param {string} label what is being done, such as "Signing"
 * @param {import("./commands.mjs").CommandLine} commandLine
 * @throws {Stop} when it fails; names the file with what it said
 */
export async function step(label, [program, ...words]) {
  const log = inProject(".cache", "logs", `${label.toLowerCase().replaceAll(/[^a-z]+/g, "-")}.log`);
  const code = await alive(label, runLogged(program, words, { log }));
  if (code !== 0) throw new Stop(`${label}: ${program} ended with ${code}; what it said is in ${log}.`);
}

// @ts-check
import { spawnSync } from "node:child_process";
import { projectFolder } from "../paths.mjs";

/**
 * Runs all steps; prints one line for each, and what it said when it failed.
 *
 * @param {readonly import("./steps.mjs").Step[]} steps
 * @returns {number} exit code: 0 when all passed
 */
export function runSteps(steps) {
  const failed = steps.filter((step) => !passes(step));
  if (failed.length > 0) console.log(`Failed: ${failed.map(({ name }) => name).join("; ")}.`);
  return failed.length > 0 ? 1 : 0;
}

/** @param {import("./steps.mjs").Step} step */
function passes({ name, args }) {
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: projectFolder, encoding: "utf8" });
  const seconds = ((Date.now() - started) / 1_000).toFixed(1);
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (status !== 0) console.log(`${stdout}${stderr}`.trimEnd());
  return status === 0;
}

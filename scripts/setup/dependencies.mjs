// @ts-check
import { readFileSync } from "node:fs";
import { inProject, projectFolder } from "../paths.mjs";
import { alive } from "../terminal/alive.mjs";
import { Stop } from "../terminal/stop.mjs";
import { isInstalled } from "./installed.mjs";
import { npmFailure } from "./npm-failure.mjs";
import { runNpm } from "./npm.mjs";

const log = inProject(".cache", "logs", "npm-ci.log");

/**
 * Installs the locked dependencies when they are missing, half there, or of another lock file.
 * Scripts of packages are not run: none of ours needs one, and two would download things.
 *
 * @throws {Stop} when they cannot be had
 */
export async function installDependencies() {
  if (isInstalled(projectFolder)) return;
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
  const code = await alive("Installing the dependencies", runNpm(args, { log, cwd: projectFolder }));
  if (code !== 0) throw new Stop(npmFailure(code, readFileSync(log, "utf8"), log));
}

// @ts-check
import { readFileSync } from "node:fs";
import { inProject, projectFolder } from "../paths.mjs";
import { runLogged } from "../processes/logged.mjs";
import { alive } from "../terminal/alive.mjs";
import { Stop } from "../terminal/stop.mjs";
import { isInstalled } from "./installed.mjs";
import { npmFailure } from "./npm-failure.mjs";

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
  const patience = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];
  const code = await alive(
    "Installing the dependencies",
    runLogged("npm", [...args, ...patience], { log, cwd: projectFolder }),
  );
  if (code !== 0) throw new Stop(npmFailure(code, readFileSync(log, "utf8"), log));
}

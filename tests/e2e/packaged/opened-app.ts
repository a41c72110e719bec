import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createPackage, extractAll } from "@electron/asar";
import { FuseV1Options, FuseVersion, flipFuses } from "@electron/fuses";
import { _electron, type ElectronApplication } from "@playwright/test";
import { PROGRAMS } from "../../lab/room/programs.ts";
import type { Environment } from "../stage/environment.ts";
import { SOMEBODY } from "../story/another-user.ts";
import type { PackagedApp } from "./pack-app.ts";

/** Playwright comes in by Node's debugger and Chromium's: these two words on the command line, which a packed app refuses. */
const DEBUGGERS = ["--inspect=0", "--remote-debugging-port=0"];

/** What starts before the app's own first file: the app sees neither of the two words. All else is as it was packed. */
const FIRST_FILE = `const debuggers = ${JSON.stringify(DEBUGGERS)};
process.argv = process.argv.filter((word) => !debuggers.includes(word));
await import("./out/main/main.js");
`;

/** Changes a copy of a packed app so that Playwright can look inside: one fuse, and the file that starts first. */
export async function openForPlaywright({ program, archive }: PackagedApp): Promise<void> {
  await flipFuses(program, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
  const files = `${archive}.files`;
  extractAll(archive, files);
  const description = join(files, "package.json");
  const said = JSON.parse(await readFile(description, "utf8"));
  await writeFile(description, JSON.stringify({ ...said, main: "first.js" }));
  await writeFile(join(files, "first.js"), FIRST_FILE);
  await createPackage(files, archive);
  await rm(files, { recursive: true });
}

/** Starts such a copy as somebody who is not root, so in Chromium's sandbox. */
export async function startOpened({ program, folder }: PackagedApp, env: Environment): Promise<ElectronApplication> {
  const start = join(folder, "start");
  // Playwright puts its own words right behind the program that it starts, so that cannot be setpriv.
  const words = [PROGRAMS.env, "-S", PROGRAMS.setpriv, ...SOMEBODY, "--", program];
  await writeFile(start, `#!${words.join(" ")}\n`);
  await chmod(start, 0o755);
  return _electron.launch({ executablePath: start, chromiumSandbox: true, env: { ...env }, cwd: "/" });
}

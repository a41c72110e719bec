import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writePackageFiles } from "../../../scripts/dist/linux/package-files.mjs";
import { provideHelperNode } from "../../../scripts/setup/helper-node.mjs";
import { packLinux } from "../../../scripts/dist/linux/pack-linux.mjs";
import { electronProgram } from "../app/start-app.ts";

/** The app as people install it, in a folder. */
export interface PackagedApp {
  /** Absolute path of the folder. */
  readonly folder: string;
  /** Absolute path of the executable. */
  readonly program: string;
  /** Absolute path of the archive with the app's own files. */
  readonly archive: string;
}

/** Packs what was built as a release is packed, around the Electron that the tests run on. `folder` is where it may write. */
export async function packApp(folder: string): Promise<PackagedApp> {
  const electron = dirname(await electronProgram());
  const version = await readFile(join(electron, "version"), "utf8");
  // It goes whenever the helper beside it is built anew; it is taken from the cache.
  await provideHelperNode();
  writePackageFiles();
  await packLinux({ electron: { folder: electron, version }, targets: ["dir"], folder });
  return packagedIn(join(folder, "linux-unpacked"));
}

/** The parts of a packed app. */
export function packagedIn(folder: string): PackagedApp {
  return {
    folder,
    program: join(folder, "holdfast-desktop"),
    archive: join(folder, "resources", "app.asar"),
  };
}

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import electron from "electron";
import { packLinux } from "../../scripts/dist/linux/pack-linux.mjs";
import { resources, writePackageFiles } from "../../scripts/dist/linux/package-files.mjs";
import { writeContents } from "../../scripts/dist/write-contents.mjs";
import { inProject } from "../../scripts/paths.mjs";

/** A package, as it is made for people but for the compression, which would take minutes. */
export interface MadePackage {
  /** Absolute path of the .deb. */
  readonly path: string;
  remove(): void;
}

/** What the older one calls itself; nothing else in it differs. */
export const PREVIOUS = "0.0.9";
const PROGRAMS = ["root/usr/lib/holdfast-helper/helper.cjs", "resources/cli/holdfast.js"];

/** Makes the package of what was built: some ten seconds. */
export async function makePackage(): Promise<MadePackage> {
  writePackageFiles();
  await writeContents(resources, { electron: runtime().version });
  return makeDeb(__VERSION__);
}

/** Makes one that calls itself older. */
export async function makePreviousPackage(): Promise<MadePackage> {
  writePackageFiles();
  for (const program of PROGRAMS) callItPrevious(inProject("out", "package", program));
  return makeDeb(PREVIOUS);
}

async function makeDeb(version: string): Promise<MadePackage> {
  const folder = inProject(".cache", "package-tests", `${process.pid}-${version}`);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const name = `holdfast_${version}_amd64.deb`;
  const settings = { "deb.compression": "gz", "deb.artifactName": name, "extraMetadata.version": version };
  try {
    await packLinux({ electron: runtime(), targets: ["deb"], folder, settings });
    rmSync(join(folder, "linux-unpacked"), { recursive: true });
    return { path: join(folder, name), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** The Electron that the tests run on. */
function runtime(): { folder: string; version: string } {
  // Outside of Electron the package `electron` is the path of its program.
  const folder = dirname(electron as unknown as string);
  return { folder, version: readFileSync(join(folder, "version"), "utf8") };
}

function callItPrevious(program: string): void {
  const text = readFileSync(program, "utf8");
  const renamed = text.replaceAll(JSON.stringify(__VERSION__), JSON.stringify(PREVIOUS));
  if (renamed === text) throw new Error(`${program} does not say its version`);
  writeFileSync(program, renamed);
}

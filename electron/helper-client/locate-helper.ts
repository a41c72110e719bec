import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { HelperFailure } from "./helper-failure.ts";

const PLACES = ["helper/helper.cjs", "out/helper/helper.cjs"];

/**
 * The path of helper.cjs that belongs to the running bundle: beside it in a build (out/main → out/helper) and in the
 * resources of a packaged app. Throws HelperFailure `helper-missing` with the place where it was expected first.
 */
export function locateHelper(bundle: string = import.meta.url): string {
  const start = dirname(fileURLToPath(bundle));
  const folders = foldersAbove(start).filter((folder) => !isInsideArchive(folder));
  const candidates = folders.flatMap((folder) => PLACES.map((place) => join(folder, place)));
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new HelperFailure("helper-missing", { path: candidates[0] ?? start });
  return found;
}

function foldersAbove(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [parent, ...foldersAbove(parent)];
}

// Electron shows the archive as a folder, but plain Node, which runs the helper, cannot read in it.
function isInsideArchive(folder: string): boolean {
  return folder.split("/").some((part) => part.endsWith(".asar"));
}

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where something that is shipped with the running bundle lies. */
export interface Located {
  /** Absolute path; null when it is in none of the places. */
  readonly found: string | null;
  /** Where it was expected first. */
  readonly expected: string;
}

/**
 * Looks for a file that belongs to a bundle (a file URL) at these places (relative paths) in the folders above the bundle's
 * own, the nearest first: beside it in a build (out/main → out/helper), in the resources of a packaged app.
 */
export function locateBeside(bundle: string, places: readonly string[]): Located {
  const start = dirname(fileURLToPath(bundle));
  const folders = foldersAbove(start).filter((folder) => !isInsideArchive(folder));
  const candidates = folders.flatMap((folder) => places.map((place) => join(folder, place)));
  return { found: candidates.find((path) => existsSync(path)) ?? null, expected: candidates[0] ?? start };
}

function foldersAbove(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [parent, ...foldersAbove(parent)];
}

// Electron shows the archive as a folder, but plain Node, which runs what is found, cannot read in it.
function isInsideArchive(folder: string): boolean {
  return folder.split("/").some((part) => part.endsWith(".asar"));
}

import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { InstalledState } from "../../helper-client/installed-helper.ts";
import type { OwnBuild } from "../../helper-client/mismatch.ts";
import { readManifest } from "../../helper-setup/manifest.ts";
import { DARWIN_PLACES, LINUX_PLACES } from "../../../shared/helper-setup/places.ts";

/** What the package for macOS notes. For whom the helper is, stands in the daemon's property list. */
const PackageNote = v.strictObject({ version: v.string(), ruleset: v.string() });

/** What the installed helper was built from, as its installation noted it; null where there is no such note. */
export function notedBuild(platform: NodeJS.Platform, installed: InstalledState | null): OwnBuild | null {
  if (platform === "linux") return readManifest(LINUX_PLACES.manifest);
  // On macOS nothing but the socket leads to the helper: programs without one are as good as none.
  return installed?.state === "ready" ? readPackageNote(DARWIN_PLACES.manifest) : null;
}

/** Reads the note of the package for macOS; null when there is none, or none of this form. */
export function readPackageNote(path: string): OwnBuild | null {
  try {
    const read = v.safeParse(PackageNote, JSON.parse(readFileSync(path, "utf8")));
    return read.success ? read.output : null;
  } catch {
    // No file, or no JSON: as good as none.
    return null;
  }
}

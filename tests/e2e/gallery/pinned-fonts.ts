import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** Absolute path of the configuration that gives the pictures their fonts. */
export const FONT_CONFIGURATION = join(import.meta.dirname, "fonts.conf");

/** SHA-256 of each pinned font file of this machine, by its name; `missing` for one that is not there. */
export function pinnedFonts(
  configuration = readFileSync(FONT_CONFIGURATION, "utf8"),
): Readonly<Record<string, string>> {
  return Object.fromEntries(filesOf(configuration).map((path) => [basename(path), digestOf(path)]));
}

/** The paths that the configuration accepts; they have no wildcards. */
function filesOf(configuration: string): string[] {
  return [...configuration.matchAll(/<glob>(\/[^<]+)<\/glob>/g)].flatMap(([, path]) => path ?? []);
}

function digestOf(path: string): string {
  return existsSync(path) ? createHash("sha256").update(readFileSync(path)).digest("hex") : "missing";
}

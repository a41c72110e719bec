import { readFileSync } from "node:fs";
import * as v from "valibot";
import { putText } from "./put-file.ts";

/** What an installation notes about itself, in the helper's folder. */
const Manifest = v.strictObject({
  version: v.string(),
  ruleset: v.string(),
  /** The user who may ask. */
  uid: v.number(),
  /** Whether root's journal was there before, and so is not the installation's to remove. */
  keepsJournal: v.boolean(),
});
export type Manifest = v.InferOutput<typeof Manifest>;

/** Reads the note of an installation; null when there is none, or none of this form. */
export function readManifest(path: string): Manifest | null {
  try {
    const read = v.safeParse(Manifest, JSON.parse(readFileSync(path, "utf8")));
    return read.success ? read.output : null;
  } catch {
    // No file, or no JSON: as good as none.
    return null;
  }
}

/** Writes it. */
export function putManifest(path: string, manifest: Manifest): void {
  putText(path, `${JSON.stringify(manifest)}\n`);
}

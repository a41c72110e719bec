import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import * as v from "valibot";
import { madeWithFile } from "../../../scripts/gallery/pictures.mjs";
import { inProject } from "../../../scripts/paths.mjs";
import type { StandInApp } from "../stand-in/start-stand-in.ts";
import { pinnedFonts } from "./pinned-fonts.ts";

const MadeWith = v.strictObject({
  /** Its version. */
  electron: v.string(),
  /** SHA-256 of each file, by its name. */
  fonts: v.record(v.string(), v.string()),
});

/** What decides how letters and lines are drawn: pictures can be compared only where it is the same. */
export type MadeWith = v.InferOutput<typeof MadeWith>;

/** What pictures are made with here. */
export async function madeWithHere({ app }: StandInApp): Promise<MadeWith> {
  const electron = await app.evaluate(() => process.versions["electron"] ?? "none");
  return { electron, fonts: pinnedFonts() };
}

/** What the committed pictures were made with; null when there are none. */
export function keptMadeWith(): MadeWith | null {
  const file = inProject(madeWithFile);
  return existsSync(file) ? v.parse(MadeWith, JSON.parse(readFileSync(file, "utf8"))) : null;
}

/** Writes down what the committed pictures are made with. Throws when there are already some that were made with something else. */
export function keepMadeWith(here: MadeWith): void {
  const kept = keptMadeWith();
  const others = kept === null ? [] : unlike(here, kept);
  if (others.length > 0) throw new Error(`${madeWithOther(others)}; render all of them: npm run gallery`);
  mkdirSync(dirname(inProject(madeWithFile)), { recursive: true });
  writeFileSync(inProject(madeWithFile), `${JSON.stringify(here, null, 2)}\n`);
}

/** What differs: the Electron with its versions, and the names of fonts. */
export function unlike(here: MadeWith, kept: MadeWith): string[] {
  const electron = here.electron === kept.electron ? [] : [`Electron ${kept.electron}, not ${here.electron}`];
  const names = Object.keys({ ...here.fonts, ...kept.fonts });
  return [...electron, ...names.filter((name) => here.fonts[name] !== kept.fonts[name])];
}

/** The sentence about pictures that cannot be compared. */
export function madeWithOther(others: readonly string[]): string {
  return `gallery: pictures were made with other fonts/Electron: ${others.join(", ")}`;
}

import type { UpdateInfo } from "electron-updater";
import * as v from "valibot";
import { MOST_NOTES } from "../../shared/contract/updates.ts";
import type { Release } from "../../shared/contract/updates.ts";

/** The base64 of a SHA-512. electron-updater would also take an older, shorter digest, or one in hex digits. */
const Sha512 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{86}==$/));

const AnnouncedFile = v.object({ url: v.pipe(v.string(), v.minLength(1), v.maxLength(500)), sha512: Sha512 });

/** What is read of a feed's list. */
const Announced = v.object({
  version: v.string(),
  files: v.pipe(v.array(AnnouncedFile), v.minLength(1), v.maxLength(100)),
  releaseNotes: v.nullish(v.union([v.string(), v.array(v.object({ note: v.nullable(v.string()) }))])),
});
export type Announced = v.InferOutput<typeof Announced>;

/** What the feed's list says, null when it does not say all that is needed to trust a file. */
export function announcedIn(info: UpdateInfo): Announced | null {
  const read = v.safeParse(Announced, info);
  return read.success ? read.output : null;
}

/** The release as it is shown. */
export function releaseOf({ version, releaseNotes }: Announced): Release {
  const notes = Array.isArray(releaseNotes) ? releaseNotes.map(({ note }) => note ?? "").join("\n\n") : releaseNotes;
  return { version, notes: (notes ?? "").trim().slice(0, MOST_NOTES) };
}

/** The digests that a package of this kind may have. Empty when the release has no such package. */
export function digestsFor({ files }: Announced, kind: string): readonly string[] {
  const ending = `.${kind.toLowerCase()}`;
  return files.filter(({ url }) => url.toLowerCase().endsWith(ending)).map(({ sha512 }) => sha512);
}

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { DownloadedPackage } from "../../updater/update-feed.ts";

/**
 * Whether the file is still what its publisher announced. One that is not is removed: it lies in a folder of the user's,
 * and is about to be installed with all rights. Throws when it cannot be read.
 */
export async function isAsAnnounced({ path, digests }: DownloadedPackage): Promise<boolean> {
  const hash = createHash("sha512");
  await pipeline(createReadStream(path), hash);
  if (digests.includes(hash.digest("base64"))) return true;
  await rm(path, { force: true });
  return false;
}

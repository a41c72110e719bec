// @ts-check
import { createWriteStream, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { openPromise } from "yauzl";

/**
 * Unpacks a zip file, file modes included. yauzl refuses names that lead out of the folder.
 *
 * @param {string} archive path of the zip file
 * @param {string} folder to unpack into
 * @param {(name: string) => boolean} isWanted
 */
export async function unzip(archive, folder, isWanted) {
  const zip = await openPromise(archive);
  try {
    for await (const entry of zip.eachEntry()) {
      const isFolder = entry.fileName.endsWith("/");
      if (!isFolder && isWanted(entry.fileName)) await writeEntry(zip, entry, join(folder, entry.fileName));
    }
  } finally {
    zip.close();
  }
}

/**
 * @param {import("yauzl").ZipFile} zip
 * @param {import("yauzl").Entry} entry
 * @param {string} path
 */
async function writeEntry(zip, entry, path) {
  mkdirSync(dirname(path), { recursive: true });
  // The upper half of the attributes is the Unix mode.
  const mode = (entry.externalFileAttributes >>> 16) & 0o777;
  await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { mode }));
}

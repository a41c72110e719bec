import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inProject } from "../../../scripts/paths.mjs";

/**
 * Makes the folder of an app in its own right: this project's build, and beside it the notes that a packager leaves in an
 * installed app, which name the feed. Gives the version that the app has.
 */
export async function makeAppFolder(folder: string, feed: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const { name, productName, version, type, main } = JSON.parse(await readFile(inProject("package.json"), "utf8"));
  await writeFile(join(folder, "package.json"), JSON.stringify({ name, productName, version, type, main }));
  await symlink(inProject("out"), join(folder, "out"));
  await symlink(inProject("build"), join(folder, "build"));
  await writeFile(join(folder, "app-update.yml"), feedFile(feed));
  await writeFile(join(folder, "package-type"), "deb");
  return version;
}

/** What electron-builder writes about a feed. */
export function feedFile(url: string): string {
  return `provider: generic\nurl: ${url}\nupdaterCacheDirName: holdfast-updater\n`;
}

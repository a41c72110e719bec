import { copyFile, link, mkdir, readdir, rm, symlink, readlink } from "node:fs/promises";
import { join } from "node:path";
import { packagedIn, type PackagedApp } from "./pack-app.ts";

/** Copies a packed app; what nobody changes, which is nearly all of 260 MB, is the same file under another name. */
export async function copyApp({ folder }: PackagedApp, to: string): Promise<PackagedApp> {
  await linkAll(folder, to);
  const copy = packagedIn(to);
  const original = packagedIn(folder);
  for (const changed of ["program", "archive"] as const) {
    await rm(copy[changed]);
    await copyFile(original[changed], copy[changed]);
  }
  return copy;
}

async function linkAll(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkAll(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else await link(source, target);
  }
}

import { linkSync, lstatSync, readdirSync, renameSync, symlinkSync, unlinkSync } from "node:fs";
import { join } from "node:path";

/** Between two looks whether the work is done. */
const FLIPS_AT_ONCE = 50;
const ASIDE = ".aside";

/** Puts something else into the place of a path for a moment; how many times it was replaced. */
type Flip = () => number;

/** How something else gets the name of a file: as a symbolic link, or as a second name of another file. */
export const BY_LINK = symlinkSync;
export const BY_SECOND_NAME = linkSync;

/** Each file of a folder makes way for the victim, in one of the two ways, and comes back. */
export function flipFiles(folder: string, victim: string, put: (victim: string, path: string) => void): Flip {
  return () => {
    const names = readdirSync(folder).filter((name) => !name.endsWith(ASIDE));
    return names.filter((name) => flipFile(join(folder, name), victim, put)).length;
  };
}

function flipFile(path: string, victim: string, put: (victim: string, path: string) => void): boolean {
  // The helper works on the same names: whatever has gone in between is simply not flipped.
  return attempt(() => {
    if (!lstatSync(path).isFile()) return;
    renameSync(path, path + ASIDE);
    attempt(() => put(victim, path));
    attempt(() => unlinkSync(path));
    renameSync(path + ASIDE, path);
  });
}

/** The folder itself makes way for a link to another folder, and comes back. */
export function flipFolder(folder: string, other: string): Flip {
  return () =>
    Number(
      attempt(() => {
        renameSync(folder, folder + ASIDE);
        attempt(() => symlinkSync(other, folder));
        attempt(() => unlinkSync(folder));
        renameSync(folder + ASIDE, folder);
      }),
    );
}

/** Flips as fast as it can until the work is done; how often. */
export async function flipDuring(flip: Flip, work: Promise<unknown>): Promise<number> {
  let isDone = false;
  const done = work.finally(() => (isDone = true));
  let flips = 0;
  while (!isDone) {
    for (let place = 0; place < FLIPS_AT_ONCE; place++) flips += flip();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await done;
  return flips;
}

function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error) return false;
    throw error;
  }
}

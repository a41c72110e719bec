import { lstatSync, readlinkSync } from "node:fs";
import type { Stats } from "node:fs";
import { dirname, join, parse, resolve } from "node:path";

const WRITABLE_BY_OTHERS = 0o022;
const MAX_LINKS = 20;

/**
 * Whether only root can decide what is found under this absolute path: every folder on the way, every symbolic link and
 * the thing itself belong to root, and nobody else may write to them. False also when it does not exist.
 */
export function isTrustedPath(path: string): boolean {
  return firstUntrusted(path) === null;
}

/** The first thing on the way to this absolute path that somebody else than root could change or make, null when there is none. */
export function firstUntrusted(path: string): string | null {
  return firstUntrustedOf(path, MAX_LINKS);
}

function firstUntrustedOf(path: string, linksLeft: number): string | null {
  const { root } = parse(path);
  let walked = root;
  const parts = resolve(path).slice(root.length).split("/").filter(Boolean);
  if (!isRootsAlone(lstatSync(root))) return root;
  for (const [place, part] of parts.entries()) {
    walked = join(walked, part);
    const stats = lstatSync(walked, { throwIfNoEntry: false });
    if (stats === undefined || stats.uid !== 0) return walked;
    if (stats.isSymbolicLink()) {
      const target = resolve(dirname(walked), readlinkSync(walked), ...parts.slice(place + 1));
      return linksLeft > 0 ? firstUntrustedOf(target, linksLeft - 1) : walked;
    }
    if (!isRootsAlone(stats)) return walked;
  }
  return null;
}

function isRootsAlone(stats: Stats): boolean {
  return stats.uid === 0 && (stats.mode & WRITABLE_BY_OTHERS) === 0;
}

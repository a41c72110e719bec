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
  return isTrusted(path, MAX_LINKS);
}

function isTrusted(path: string, linksLeft: number): boolean {
  const { root } = parse(path);
  let walked = root;
  const parts = resolve(path).slice(root.length).split("/").filter(Boolean);
  if (!isRootsAlone(lstatSync(root))) return false;
  for (const [place, part] of parts.entries()) {
    walked = join(walked, part);
    const stats = lstatSync(walked, { throwIfNoEntry: false });
    if (stats === undefined || stats.uid !== 0) return false;
    if (stats.isSymbolicLink()) {
      const target = resolve(dirname(walked), readlinkSync(walked), ...parts.slice(place + 1));
      return linksLeft > 0 && isTrusted(target, linksLeft - 1);
    }
    if (!isRootsAlone(stats)) return false;
  }
  return true;
}

function isRootsAlone(stats: Stats): boolean {
  return stats.uid === 0 && (stats.mode & WRITABLE_BY_OTHERS) === 0;
}

import { statSync } from "node:fs";
import { LINUX_PLACES } from "../../shared/helper-setup/places.ts";
import { HelperFailure } from "./helper-failure.ts";

/** That of an installed helper first: it is the one that the helper was made for. */
const PLACES = [LINUX_PLACES.node, "/usr/bin/node", "/usr/local/bin/node", "/opt/homebrew/bin/node", "/usr/bin/nodejs"];
const WRITABLE_BY_OTHERS = 0o022;

/**
 * The Node that runs the helper: this very one, or under Electron one that belongs to root and that nobody else can
 * change. Electron itself never runs it: that would need a switch which lets any program act as the app
 * (helper-security §1.6). Throws HelperFailure `runtime-missing`.
 */
export function locateNode(): string {
  if (process.versions["electron"] === undefined) return process.execPath;
  const found = PLACES.find(isRootsAlone);
  if (found === undefined) throw new HelperFailure("runtime-missing", { places: PLACES });
  return found;
}

function isRootsAlone(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && stats.isFile() && stats.uid === 0 && (stats.mode & WRITABLE_BY_OTHERS) === 0;
}

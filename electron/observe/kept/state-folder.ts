import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";

/**
 * Where what is seen is kept between runs, an absolute path. On Linux as the XDG base directory specification says
 * (a relative XDG_STATE_HOME is ignored), on macOS in the folder of the app.
 */
export function stateFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", "Holdfast");
  const given = environment["XDG_STATE_HOME"] ?? "";
  return join(isAbsolute(given) ? given : join(homedir(), ".local", "state"), "holdfast");
}

/**
 * Whether files may be written there: the folder, or the nearest one above that exists, belongs to the user that this
 * process acts for. Under sudo it belongs to somebody else, who could not read or replace root's files afterwards.
 */
export function isOwnFolder(folder: string): boolean {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats !== undefined) return stats.isDirectory() && stats.uid === process.geteuid?.();
  const above = dirname(folder);
  return above !== folder && isOwnFolder(above);
}

/** Makes the folder where it is missing, and sees to it that nobody else can look into it. Throws what the system says. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if ((lstatSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700);
}

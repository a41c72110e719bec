import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The path of a program of this machine, null when it has none of this name. */
export function installedProgram(name: string): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { codedText } from "../../../shared/snapshot/coded-text.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";

/** Opens a file with the program that the system has for it; says why not, or nothing when it was opened. */
export type OpenFile = (path: string) => Promise<string>;

/**
 * Absolute path of the helper's package for macOS in the app's resources (absolute path); null where there is none: on other
 * systems, and in a run from source.
 */
export function bundledInstaller(platform: NodeJS.Platform, resources: string): string | null {
  if (platform !== "darwin") return null;
  const path = join(resources, "helper.pkg");
  return existsSync(path) ? path : null;
}

/**
 * Hands the package to macOS's Installer, which checks its signature and asks for a password. What the user does there is not
 * waited for. Null when it was opened, else why not.
 */
export async function openInstaller(path: string, open: OpenFile): Promise<CodedText | null> {
  const detail = await open(path);
  return detail === "" ? null : codedText("installer-not-opened", { path, detail });
}

import { chmod, copyFile, realpath, rename, rm } from "node:fs/promises";
import { codedText } from "../../../shared/snapshot/coded-text.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";

/**
 * Puts a newer AppImage (absolute path `from`) in the place of the one that runs, in one step: nobody ever meets half of
 * it, and when there is no room for it the old one stays. electron-updater removes the old one first. Gives why it was not
 * done, null when it was.
 */
export async function replaceAppImage(appImage: string, from: string): Promise<CodedText | null> {
  let beside: string | null = null;
  try {
    // Who starts it by a link keeps the link.
    const place = await realpath(appImage);
    beside = `${place}.new`;
    await copyFile(from, beside);
    await chmod(beside, 0o755);
    await rename(beside, place);
    return null;
  } catch (error) {
    if (beside !== null) await rm(beside, { force: true });
    return codedText("not-replaced", { path: appImage, detail: codeOf(error) });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

import { rm } from "node:fs/promises";
import { codedText } from "../../../shared/snapshot/coded-text.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";
import type { DownloadedPackage, UpdateFeed } from "../../updater/update-feed.ts";
import { runWithPassword } from "../helper-setup/run-with-password.ts";
import { isAsAnnounced } from "./announced-package.ts";
import { debFailureOf, debWithPassword } from "./install-deb.ts";
import { replaceAppImage } from "./replace-app-image.ts";

/** What installing needs of the rest of the app. */
export interface InstallParts {
  readonly feed: Pick<UpdateFeed, "replaceApp">;
  /** Absolute path of the AppImage that runs, null when it is none. */
  readonly appImage: string | null;
  /** Closes the dialogue for a password. */
  readonly stop: AbortSignal;
  /** Ends this app and starts the one that is there now: `program`, or the same as this one's (null). */
  restart(program: string | null): void;
}

/**
 * Installs a package that was downloaded and starts the new app. Gives why it was not installed, null when it was. Throws
 * when the package manager cannot be started.
 */
export async function installPackage(parts: InstallParts, found: DownloadedPackage): Promise<CodedText | null> {
  // Right before it gets its rights, and not only when it came.
  if (!(await isAsAnnounced(found))) return codedText("file-changed");
  if (process.platform === "darwin") {
    parts.feed.replaceApp();
    return null;
  }
  const { appImage, stop, restart } = parts;
  const failure = await (appImage === null ? installDeb(found.path, stop) : replaceAppImage(appImage, found.path));
  if (failure !== null) return failure;
  await rm(found.path, { force: true });
  restart(appImage);
  return null;
}

async function installDeb(path: string, stop: AbortSignal): Promise<CodedText | null> {
  try {
    return debFailureOf(await runWithPassword(debWithPassword(path), stop), path);
  } catch (error) {
    // The dialogue was closed by the end of the app, not by a mistake.
    if (stop.aborted) return codedText("authorisation-refused");
    throw error;
  }
}

import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { App } from "electron";
import { ownImage } from "../own-image.ts";
import { APT_GET, PKEXEC } from "./install-deb.ts";
import type { UpdateSurroundings } from "./update-way.ts";

/** Where the packager's notes about updates lie, absolute. In a source folder there are none, unless somebody puts them there. */
export function updateNotes(app: Pick<App, "isPackaged" | "getAppPath">): { feed: string; packageType: string } {
  const folder = app.isPackaged ? process.resourcesPath : app.getAppPath();
  return { feed: join(folder, "app-update.yml"), packageType: join(folder, "package-type") };
}

/** Looks at this Holdfast and this computer. Who signed it is a question of its own, see `isSignedApp`. */
export function updateSurroundings(app: Pick<App, "isPackaged" | "getAppPath">, isSigned: boolean): UpdateSurroundings {
  const notes = updateNotes(app);
  return {
    isPackaged: app.isPackaged,
    hasFeed: existsSync(notes.feed),
    platform: process.platform,
    appImage: ownImage(process.execPath, process.env),
    packageType: existsSync(notes.packageType) ? readFileSync(notes.packageType, "utf8").trim() : null,
    canAskPassword: existsSync(PKEXEC) && existsSync(APT_GET),
    isSigned,
  };
}

/** Whether the app that runs is signed by somebody whom Apple knows; asks macOS, elsewhere nobody. */
export function isSignedApp(): Promise<boolean> {
  if (process.platform !== "darwin") return Promise.resolve(false);
  // …/Holdfast.app/Contents/MacOS/Holdfast
  const bundle = dirname(dirname(dirname(process.execPath)));
  return new Promise((settle) => {
    // codesign(1): a requirement that begins with "=" is given as it is. A build signed ad hoc does not meet it.
    execFile("/usr/bin/codesign", ["--verify", "-R", "=anchor apple generic", bundle], (error) =>
      settle(error === null),
    );
  });
}

import { AppImageUpdater, DebUpdater, MacUpdater } from "electron-updater";
import type { AppUpdater } from "electron-updater";

/** What a package is called by the end of its name, in a feed. */
export type PackageKind = "deb" | "AppImage" | "zip";

/**
 * electron-updater gives every installation a number and keeps it in the app's folder, for releases that go to some first.
 * Here all have the same one, so that no file is written; the header is not sent either (guard-session.ts).
 */
const NOBODY = Promise.resolve("00000000-0000-0000-0000-000000000000");

class NamelessDebUpdater extends DebUpdater {
  constructor() {
    super();
    this.stagingUserIdPromise.value = NOBODY;
  }
}

class NamelessAppImageUpdater extends AppImageUpdater {
  constructor() {
    super();
    this.stagingUserIdPromise.value = NOBODY;
  }
}

class NamelessMacUpdater extends MacUpdater {
  constructor() {
    super();
    this.stagingUserIdPromise.value = NOBODY;
  }
}

/**
 * An updater that looks for, downloads and compares packages of one kind, for this version of the app. It does nothing by
 * itself, goes only up, and fetches whole files: parts of files would be put together with what lies about from before.
 */
export function namelessUpdater(kind: PackageKind): AppUpdater {
  const updater = updaterFor(kind);
  updater.logger = null;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.disableDifferentialDownload = true;
  updater.disableWebInstaller = true;
  // Without it an app that is not packaged is told that there is nothing new. The feed is given, not read.
  updater.forceDevUpdateConfig = true;
  // Every release is for everybody.
  updater.isUserWithinRollout = () => true;
  return updater;
}

function updaterFor(kind: PackageKind): AppUpdater {
  switch (kind) {
    case "deb":
      return new NamelessDebUpdater();
    case "AppImage":
      return new NamelessAppImageUpdater();
    case "zip":
      return new NamelessMacUpdater();
  }
}

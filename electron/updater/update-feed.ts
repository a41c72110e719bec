import { CancellationToken } from "electron-updater";
import type { Release } from "../../shared/contract/updates.ts";
import { codedText } from "../../shared/snapshot/coded-text.ts";
import type { Result } from "../../shared/contract/result.ts";
import { announcedIn, digestsFor, releaseOf } from "./announced-release.ts";
import type { Announced } from "./announced-release.ts";
import { readFeedFile } from "./feed-file.ts";
import { guardSession } from "./guard-session.ts";
import { inTime } from "./in-time.ts";
import { namelessUpdater } from "./nameless-updaters.ts";
import type { PackageKind } from "./nameless-updaters.ts";
import { failureOf, UpdateFailure } from "./update-failure.ts";

/*
 * This is a program part of its own (out/updater), which main loads when the user wants to know about updates: it is a
 * quarter of all that main would otherwise read at each start.
 */

/** Which feed is asked, for what, and how patiently. */
export interface FeedParts {
  /** Absolute path of the app-update.yml that the packager wrote. */
  readonly file: string;
  readonly isPackaged: boolean;
  readonly kind: PackageKind;
  /** How long nothing may happen before it is given up, in milliseconds. */
  readonly patience: { readonly check: number; readonly download: number };
}

/** A package that is here. */
export interface DownloadedPackage {
  /** Absolute path. */
  readonly path: string;
  /** The digests that the publisher announced, base64 of SHA-512: the file's is one of them. */
  readonly digests: readonly string[];
}

/** The releases of a publisher. What stands in the way is a key of `app:update-failure` with its arguments. */
export interface UpdateFeed {
  /** Where people find the same releases. */
  readonly page: string;
  /** The release that is newer than this app, null when there is none. */
  check(): Promise<Result<Release | null>>;
  /** Fetches the release that `check` found; tells the percent that is here. A file that is not what was announced is removed. */
  download(onPercent: (percent: number) => void): Promise<Result<DownloadedPackage>>;
  /** Lets macOS put the new app, which was signed as this one is, in its place, and starts it (Squirrel.Mac). */
  replaceApp(): void;
}

/** Opens the feed that this build was given. */
export async function openUpdateFeed(parts: FeedParts): Promise<Result<UpdateFeed>> {
  const url = await readFeedFile(parts.file, parts.isPackaged);
  if (url === null) return { ok: false, error: codedText("feed-unusable") };
  const updater = namelessUpdater(parts.kind);
  updater.updateConfigPath = parts.file;
  updater.setFeedURL({ provider: "generic", url: url.href, useMultipleRangeRequest: false });
  guardSession(updater.netSession, url);
  // Whoever waits hears of it; without a listener of its own it would end the app.
  updater.on("error", () => undefined);
  let announced: Announced | null = null;
  const breakOff = () => void updater.netSession.closeAllConnections();
  const check = async (): Promise<Release | null> => {
    const checked = await inTime(parts.patience.check, () => updater.checkForUpdates(), breakOff, slow);
    if (checked === null || !checked.isUpdateAvailable) return null;
    announced = announcedIn(checked.updateInfo);
    if (announced === null) throw new UpdateFailure("feed-unreadable");
    return releaseOf(announced);
  };
  const download = async (onPercent: (percent: number) => void): Promise<DownloadedPackage> => {
    const digests = announced === null ? [] : digestsFor(announced, parts.kind);
    // electron-updater would take whichever file comes first.
    if (digests.length === 0) throw new UpdateFailure("no-package");
    const cancel = new CancellationToken();
    const fetchFile = async (goesOn: () => void): Promise<string> => {
      updater.on("download-progress", ({ percent }) => {
        goesOn();
        onPercent(Math.floor(percent));
      });
      const [path = ""] = await updater.downloadUpdate(cancel);
      return path;
    };
    try {
      const path = await inTime(
        parts.patience.download,
        ({ goesOn }) => fetchFile(goesOn),
        () => cancel.cancel(),
        slow,
      );
      return { path, digests };
    } finally {
      updater.removeAllListeners("download-progress");
    }
  };
  return {
    ok: true,
    value: {
      page: url.href,
      check: () => told(check),
      download: (onPercent) => told(() => download(onPercent)),
      replaceApp: () => updater.quitAndInstall(),
    },
  };
}

const slow = () => new UpdateFailure("feed-slow");

async function told<Value>(work: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}

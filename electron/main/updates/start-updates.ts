import { app, shell } from "electron";
import { systemClock } from "../../observe/clock.ts";
import type { PackageKind } from "../../updater/nameless-updaters.ts";
import type { Log } from "../log.ts";
import type { ModelStore } from "../model.ts";
import { ownImage } from "../own-image.ts";
import { debLine } from "./install-deb.ts";
import { installPackage } from "./install-package.ts";
import { lastCheck } from "./last-check.ts";
import { loadUpdater } from "./load-updater.ts";
import { isSignedApp, updateNotes, updateSurroundings } from "./update-surroundings.ts";
import { updateWay } from "./update-way.ts";
import { createUpdates } from "./updates.ts";
import type { AppUpdates } from "./updates.ts";
import { checkWeekly } from "./weekly-check.ts";
import type { WeeklyCheck } from "./weekly-check.ts";

/** How long a feed may say nothing, and a file not grow, in milliseconds. */
const PATIENCE = { check: 15_000, download: 60_000 };

/** What looks for newer versions of this app. */
export interface RunningUpdates extends Pick<WeeklyCheck, "wake"> {
  readonly handlers: AppUpdates;
  /** Closes a dialogue for a password, and checks no more. */
  stop(): void;
}

/** Puts together what this app needs to be updated; `program` is the absolute path of the part that asks a feed. */
export function startUpdates(model: ModelStore, log: Log, program: string): RunningUpdates {
  const stopping = new AbortController();
  const last = lastCheck(log.warn);
  const appImage = ownImage(process.execPath, process.env);
  const handlers = createUpdates({
    model,
    way: async () => updateWay(updateSurroundings(app, await isSignedApp())),
    openFeed: () =>
      loadUpdater(program).openUpdateFeed({
        file: updateNotes(app).feed,
        isPackaged: app.isPackaged,
        kind: kindOf(process.platform, appImage),
        patience: PATIENCE,
      }),
    install: (found, feed) => installPackage({ feed, appImage, stop: stopping.signal, restart }, found),
    commandFor: debLine,
    openPage: (url) => shell.openExternal(url),
    onChecked: () => last.set(Date.now()),
    onMistake: log.mistake,
  });
  const weekly = checkWeekly({
    model,
    checkedAt: () => last.get(),
    check: () => handlers.checkQuietly(),
    clock: systemClock,
  });
  return {
    handlers,
    wake: () => weekly.wake(),
    stop() {
      stopping.abort();
      weekly.stop();
    },
  };
}

function kindOf(platform: NodeJS.Platform, appImage: string | null): PackageKind {
  if (platform === "darwin") return "zip";
  return appImage === null ? "deb" : "AppImage";
}

function restart(program: string | null): void {
  app.relaunch(program === null ? {} : { execPath: program });
  app.quit();
}

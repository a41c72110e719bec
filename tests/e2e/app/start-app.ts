import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { _electron } from "@playwright/test";
import type { ElectronApplication, Page } from "@playwright/test";
import { projectFolder } from "../../../scripts/paths.mjs";
import type { Desktop } from "../stage/desktop.ts";
import { isPopoverShown } from "./popover-window.ts";

/** How the app is started. */
export interface StartOptions {
  /** Variables besides the desktop's. */
  readonly env?: Readonly<Record<string, string>>;
  /** Content of the settings file that it finds; left out: that of somebody who has seen the introduction. */
  readonly settings?: string;
  /** Absolute path of the app's folder; left out: this project's. */
  readonly folder?: string;
}

/** The real app on a desktop and on this machine's network. */
export interface RunningApp {
  readonly app: ElectronApplication;
  /** The popover's page, also while it is hidden. */
  readonly page: Page;
  /** Its data folder. */
  readonly data: string;
  /** Whether the popover is on the screen. */
  isOpen(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Starts the built app with a data folder of its own inside the desktop's, and waits for its page. */
export async function startApp(desktop: Desktop, options: StartOptions = {}): Promise<RunningApp> {
  const data = join(desktop.folder, "holdfast");
  await mkdir(data, { recursive: true });
  await writeFile(join(data, "settings.json"), options.settings ?? JSON.stringify({ introduced: true }));
  const app = await _electron.launch({
    env: { ...desktop.env, ...options.env },
    args: appArguments(data, options.folder),
  });
  const page = await app.firstWindow();
  return {
    app,
    page,
    data,
    isOpen: () => isPopoverShown(desktop),
    stop: () => app.close(),
  };
}

/** The app's command line after the program. Chromium refuses its sandbox to root. */
export function appArguments(data: string, folder: string = projectFolder): string[] {
  return [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), folder, `--user-data-dir=${data}`];
}

/** Absolute path of Electron: the npm package answers with the one that ELECTRON_OVERRIDE_DIST_PATH names. */
export async function electronProgram(): Promise<string> {
  const { default: path } = (await import("electron")) as unknown as { default: string };
  return path;
}

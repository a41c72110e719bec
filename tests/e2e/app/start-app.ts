import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { _electron } from "@playwright/test";
import type { ElectronApplication, Page } from "@playwright/test";
import { projectFolder } from "../../../scripts/paths.mjs";
import type { Desktop } from "../stage/desktop.ts";
import { electronOnLaptop } from "../stage/electron-on-laptop.ts";

/** Where and how the app is started. */
export interface StartOptions {
  /** Words that start a program on a lab's laptop (`lab.laptop.enter`); left out: this machine. */
  readonly enter?: readonly string[];
  /** Variables besides the desktop's. */
  readonly env?: Readonly<Record<string, string>>;
  /** Content of the settings file that it finds. */
  readonly settings?: string;
}

/** The real app on a desktop. */
export interface RunningApp {
  readonly app: ElectronApplication;
  /** The popover's page, also while it is hidden. */
  readonly page: Page;
  /** Its data folder. */
  readonly data: string;
  isOpen(): Promise<boolean>;
  /** Where the popover is on the screen. */
  place(): Promise<{ x: number; y: number; width: number; height: number }>;
  stop(): Promise<void>;
}

/** Starts the built app with a data folder of its own inside the desktop's, and waits for its page. */
export async function startApp(desktop: Desktop, options: StartOptions = {}): Promise<RunningApp> {
  const data = join(desktop.folder, "holdfast");
  await mkdir(data, { recursive: true });
  if (options.settings !== undefined) await writeFile(join(data, "settings.json"), options.settings);
  const app = await _electron.launch({ ...(await whereabouts(desktop, options)), args: appArguments(data) });
  const page = await app.firstWindow();
  return {
    app,
    page,
    data,
    isOpen: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false),
    place: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds()),
    stop: () => app.close(),
  };
}

/** The app's command line after the program. Chromium refuses its sandbox to root. */
export function appArguments(data: string): string[] {
  return [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), projectFolder, `--user-data-dir=${data}`];
}

async function whereabouts(desktop: Desktop, { enter, env = {} }: StartOptions) {
  if (enter === undefined) return { env: { ...desktop.env, ...env } };
  return electronOnLaptop(enter, await electronProgram(), { ...desktop.env, ...env });
}

/** Absolute path of Electron: the npm package answers with the one that ELECTRON_OVERRIDE_DIST_PATH names. */
export async function electronProgram(): Promise<string> {
  const { default: path } = (await import("electron")) as unknown as { default: string };
  return path;
}

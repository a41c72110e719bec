import { app, BrowserWindow, screen } from "electron";
import { APP_PAGE } from "../app-page.ts";
import type { TextSize } from "../../../shared/contract/settings.ts";
import type { ViewName } from "../../../shared/contract/standing.ts";
import { popoverSize } from "./popover-size.ts";

/** Makes the hidden window, still empty. `preload` is an absolute path. */
export function makePopoverWindow(preload: string, textSize: TextSize): BrowserWindow {
  return new BrowserWindow({
    ...popoverSize(textSize, screen.getPrimaryDisplay().workArea),
    show: false,
    frame: false,
    resizable: false,
    movable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    title: "Holdfast",
    // On macOS a panel takes the keyboard without bringing the whole app to the front.
    ...(process.platform === "darwin" ? { type: "panel" } : {}),
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
      // Painted while hidden, so that the first thing one sees is not the state of the last time.
      backgroundThrottling: false,
    },
  });
}

/** Loads the page into its window, with this view open. Rejects when it cannot be loaded. */
export async function loadPage(window: BrowserWindow, view: ViewName): Promise<void> {
  await window.loadURL(`${APP_PAGE}#${view}`);
}

/** What happens to the window. */
export interface WindowEvents {
  onShow(): void;
  onHide(): void;
  /** Something else has the keyboard now, while the window is on the screen. */
  onBlur(): void;
}

/** Tells what happens to the window. A window manager's "close" only hides it, until the app ends. */
export function followWindow(window: BrowserWindow, { onShow, onHide, onBlur }: WindowEvents): void {
  let quitting = false;
  const beginToQuit = () => {
    quitting = true;
  };
  app.once("before-quit", beginToQuit);
  window.once("closed", () => app.off("before-quit", beginToQuit));
  window.on("show", onShow);
  window.on("hide", onHide);
  window.on("blur", () => {
    // Hiding takes the focus, too; only who turned to something else has left it.
    if (window.isVisible()) onBlur();
  });
  window.on("close", (event) => {
    if (quitting) return;
    event.preventDefault();
    window.hide();
  });
}

import { app, BrowserWindow, screen } from "electron";
import type { Rectangle, WebContents } from "electron";
import { APP_PAGE } from "../app-page.ts";
import { placePopover } from "./place-popover.ts";

const SIZE = { width: 380, height: 520 };

/** A click on the icon takes the focus away first; what hid within this time before it was hidden by that very click. */
const SAME_CLICK_MS = 250;

/** The window under the tray icon. It is made once and kept, so that it opens at once. */
export interface Popover {
  readonly page: WebContents;
  /** Loads the page; rejects when it cannot be loaded. */
  load(): Promise<void>;
  isVisible(): boolean;
  /** Shows it at the tray icon; `bounds` as the tray tells them, all zero on Linux. */
  show(bounds: Rectangle): void;
  /** Shows it where it was last, or in the middle of the screen. */
  showAgain(): void;
  /** What a click on the icon does: show, or hide when it is open. */
  toggle(bounds: Rectangle): void;
  /** Whether it stays although the user turns to something else, as to a dialogue that it opened. */
  stay(open: boolean): void;
  hide(): void;
}

/** How the popover leaves: by itself when the user turns to something else, or never (for pictures). */
export type HidesOn = "blur" | "nothing";

/** Makes the hidden window, still empty. `preload` is an absolute path. */
export function createPopover(preload: string, hidesOn: HidesOn): Popover {
  const window = new BrowserWindow({
    ...SIZE,
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
  let hiddenByBlurAt = 0;
  let stays = false;
  const hide = () => window.hide();
  const show = (bounds: Rectangle) => {
    const anchor = anchorOf(bounds);
    const { workArea } = screen.getDisplayNearestPoint(anchor);
    const { x, y } = placePopover(anchor, SIZE, workArea);
    window.setPosition(x, y, false);
    reveal(window);
  };
  if (hidesOn === "blur") {
    window.on("blur", () => {
      if (stays || window.webContents.isDevToolsOpened()) return;
      hiddenByBlurAt = Date.now();
      hide();
    });
  }
  keepWhenClosed(window);
  return {
    page: window.webContents,
    load: () => window.loadURL(APP_PAGE),
    isVisible: () => window.isVisible(),
    show,
    showAgain: () => reveal(window),
    toggle: (bounds) => {
      if (window.isVisible()) hide();
      else if (Date.now() - hiddenByBlurAt > SAME_CLICK_MS) show(bounds);
    },
    stay: (open) => {
      stays = open;
    },
    hide,
  };
}

/** A window manager's "close" only hides it; it goes when the app does. */
function keepWhenClosed(window: BrowserWindow): void {
  let quitting = false;
  app.once("before-quit", () => {
    quitting = true;
  });
  window.on("close", (event) => {
    if (quitting) return;
    event.preventDefault();
    window.hide();
  });
}

function reveal(window: BrowserWindow): void {
  window.show();
  window.focus();
}

/** Tray bounds are all zero on Linux (dependencies §5.3): there the pointer is where the click was. */
function anchorOf(bounds: Rectangle): Rectangle {
  if (bounds.width > 0 && bounds.height > 0) return bounds;
  return { ...screen.getCursorScreenPoint(), width: 0, height: 0 };
}

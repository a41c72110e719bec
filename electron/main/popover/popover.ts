import { app, BrowserWindow, screen } from "electron";
import type { Rectangle, WebContents } from "electron";
import { APP_PAGE } from "../app-page.ts";
import type { TextSize } from "../../../shared/contract/settings.ts";
import { placePopover, resized } from "./place-popover.ts";
import { popoverSize } from "./popover-size.ts";

/** A click on the icon takes the focus away first; what hid within this time before it was hidden by that very click. */
const SAME_CLICK_MS = 250;

/** The window under the tray icon. It is made once and kept, so that it opens at once. */
export interface Popover {
  readonly page: WebContents;
  /** Loads the page; rejects when it cannot be loaded. */
  load(): Promise<void>;
  isVisible(): boolean;
  /** From now on this is called each time it has been shown. */
  onShow(listener: () => void): void;
  /** Shows it at the tray icon; `bounds` as the tray tells them, all zero on Linux. */
  show(bounds: Rectangle): void;
  /** Shows it where it was last, or in the middle of the screen. */
  showAgain(): void;
  /** What a click on the icon does: show, or hide when it is open. */
  toggle(bounds: Rectangle): void;
  /** Shows everything in this size from now on, in percent; the window grows with it as far as the screen has room. */
  setTextSize(percent: TextSize): void;
  /**
   * Whether it stays although the user turns to something else: to a dialogue for a file that it opened, or to one in which
   * the system asks for a password.
   */
  stay(reason: StayReason, open: boolean): void;
  hide(): void;
}

/** Why the popover does not hide when it loses the focus. */
export type StayReason = "file" | "password";

/** How the popover leaves: by itself when the user turns to something else, or never (for pictures). */
export type HidesOn = "blur" | "nothing";

/** Makes the hidden window, still empty. `preload` is an absolute path. */
export function createPopover(preload: string, hidesOn: HidesOn): Popover {
  const window = new BrowserWindow({
    ...popoverSize(100, screen.getPrimaryDisplay().workArea),
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
  const stays = new Set<StayReason>();
  const hide = () => window.hide();
  let textSize: TextSize = 100;
  const show = (bounds: Rectangle) => {
    const anchor = anchorOf(bounds);
    const { workArea } = screen.getDisplayNearestPoint(anchor);
    const size = popoverSize(textSize, workArea);
    window.setBounds({ ...placePopover(anchor, size, workArea), ...size }, false);
    reveal(window);
  };
  const setTextSize = (percent: TextSize) => {
    textSize = percent;
    const { workArea } = screen.getDisplayMatching(window.getBounds());
    window.setBounds(resized(window.getBounds(), popoverSize(percent, workArea), workArea), false);
    window.webContents.setZoomFactor(percent / 100);
  };
  if (hidesOn === "blur") {
    window.on("blur", () => {
      // Hiding takes the focus, too; only who turned to something else has hidden it by that.
      if (!window.isVisible()) return;
      if (stays.size > 0 || window.webContents.isDevToolsOpened()) return;
      hiddenByBlurAt = Date.now();
      hide();
    });
  }
  keepWhenClosed(window);
  return {
    page: window.webContents,
    load: async () => {
      await window.loadURL(APP_PAGE);
      setTextSize(textSize);
    },
    setTextSize,
    onShow: (listener) => void window.on("show", listener),
    isVisible: () => window.isVisible(),
    show,
    showAgain: () => reveal(window),
    toggle: (bounds) => {
      if (window.isVisible()) hide();
      else if (Date.now() - hiddenByBlurAt > SAME_CLICK_MS) show(bounds);
    },
    stay: (reason, open) => {
      if (open) stays.add(reason);
      else stays.delete(reason);
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

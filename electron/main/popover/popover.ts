import { screen } from "electron";
import type { BrowserWindow, Rectangle, WebContents } from "electron";
import { systemClock } from "../../observe/clock.ts";
import type { Clock } from "../../observe/clock.ts";
import type { TextSize } from "../../../shared/contract/settings.ts";
import { AT_REST } from "../../../shared/contract/standing.ts";
import type { Standing } from "../../../shared/contract/standing.ts";
import { placePopover, resized } from "./place-popover.ts";
import { popoverPage } from "./popover-page.ts";
import { popoverSize } from "./popover-size.ts";
import { followWindow, loadPage, makePopoverWindow } from "./popover-window.ts";
import { throwAwayUnseen } from "./throw-away-unseen.ts";

/** A click on the icon takes the focus away first; what hid within this time before it was hidden by that very click. */
const SAME_CLICK_MS = 250;

/**
 * The window under the tray icon. It is kept while it is used, so that it opens at once, and thrown away when nobody has seen
 * it for a while: a hidden page takes as much memory as all the rest of Electron beside it.
 */
export interface Popover {
  /** The page; null while there is none. */
  page(): WebContents | null;
  /** Makes the page unless it is there; settles when it is ready to be shown. Rejects when it cannot be loaded. */
  load(): Promise<void>;
  isVisible(): boolean;
  /** From now on this is called each time it has been shown. */
  onShow(listener: () => void): void;
  /** From now on this is called each time its page is gone. */
  onGone(listener: () => void): void;
  /** Shows it at the tray icon; `bounds` as the tray tells them, all zero on Linux. Settles and rejects as `load` does. */
  show(bounds: Rectangle): Promise<void>;
  /** Shows it where it was last, or in the middle of the screen. */
  showAgain(): Promise<void>;
  /** What a click on the icon does: show, or hide when it is open. */
  toggle(bounds: Rectangle): Promise<void>;
  /** Shows everything in this size from now on, in percent; the window grows with it as far as the screen has room. */
  setTextSize(percent: TextSize): void;
  /**
   * Whether it stays although the user turns to something else: to a dialogue for a file that it opened, or to one in which
   * the system asks for a password.
   */
  stay(reason: StayReason, open: boolean): void;
  /** How its page stands: a new one begins there. */
  stands(standing: Standing): void;
  hide(): void;
}

/** Why the popover does not hide when it loses the focus. */
export type StayReason = "file" | "password";

/** How the popover leaves: by itself when the user turns to something else, or never (for pictures). */
export type HidesOn = "blur" | "nothing";

/** What a popover is made with. */
export interface PopoverParts {
  /** Absolute path. */
  readonly preload: string;
  readonly hidesOn: HidesOn;
  readonly textSize: TextSize;
  /** Called once, before the first page is made. */
  prepareSession(): void;
  /** Settles when the page that is being loaded has been told what it shows. */
  told(): Promise<void>;
  /** Is told, by Chromium's word for it, why the page's process ended by itself. */
  onBroken(reason: string): void;
  readonly clock?: Clock;
}

/** A popover without a page yet. */
export function createPopover(parts: PopoverParts): Popover {
  const { preload, hidesOn, told, clock = systemClock } = parts;
  let { textSize } = parts;
  let isPrepared = false;
  let standing = AT_REST;
  let place: Rectangle | null = null;
  let hiddenByBlurAt = 0;
  const stays = new Set<StayReason>();
  const listeners = { show: new Set<() => void>(), gone: new Set<() => void>() };
  const page = popoverPage({
    make: () => {
      if (!isPrepared) parts.prepareSession();
      isPrepared = true;
      const window = makePopoverWindow(preload, textSize);
      if (place !== null) window.setBounds(place, false);
      follow(window);
      return window;
    },
    fill: async (window) => {
      await loadPage(window, standing.view);
      setTextSize(textSize);
      await told();
    },
    onReady: () => unseen.begin(),
    onBroken: parts.onBroken,
    onGone: () => {
      unseen.stop();
      standing = { ...standing, unfinished: false };
      listeners.gone.forEach((tell) => tell());
    },
  });
  const isVisible = () => page.window()?.isVisible() ?? false;
  const isStaying = () => stays.size > 0 || (page.window()?.webContents.isDevToolsOpened() ?? false);
  const hide = () => page.window()?.hide();
  const unseen = throwAwayUnseen({
    clock,
    isInUse: () => isVisible() || isStaying(),
    isUnfinished: () => standing.unfinished,
    throwAway: page.throwAway,
  });
  const follow = (window: BrowserWindow) =>
    followWindow(window, {
      onShow: () => {
        unseen.stop();
        listeners.show.forEach((tell) => tell());
      },
      onHide: () => {
        place = window.getBounds();
        unseen.begin();
      },
      onBlur: () => {
        if (hidesOn === "nothing" || isStaying()) return;
        hiddenByBlurAt = Date.now();
        hide();
      },
    });
  /** At once when it can be: the click is still under the finger. */
  const reveal = async (bounds: () => Rectangle | null) => {
    if (!page.isReady()) await page.load();
    const window = page.window();
    const wanted = bounds();
    if (wanted !== null) window?.setBounds(wanted, false);
    window?.show();
    window?.focus();
  };
  const show = (bounds: Rectangle) => {
    // Where the pointer is now: it may be elsewhere when a page has been loaded.
    const anchor = anchorOf(bounds);
    return reveal(() => {
      const { workArea } = screen.getDisplayNearestPoint(anchor);
      const size = popoverSize(textSize, workArea);
      return { ...placePopover(anchor, size, workArea), ...size };
    });
  };
  const setTextSize = (percent: TextSize) => {
    textSize = percent;
    const window = page.window();
    if (window === null) return;
    const { workArea } = screen.getDisplayMatching(window.getBounds());
    window.setBounds(resized(window.getBounds(), popoverSize(percent, workArea), workArea), false);
    window.webContents.setZoomFactor(percent / 100);
  };
  return {
    page: () => page.window()?.webContents ?? null,
    load: page.load,
    isVisible,
    onShow: (listener) => void listeners.show.add(listener),
    onGone: (listener) => void listeners.gone.add(listener),
    show,
    showAgain: () => reveal(() => null),
    toggle: async (bounds) => {
      if (isVisible()) hide();
      else if (Date.now() - hiddenByBlurAt > SAME_CLICK_MS) await show(bounds);
    },
    setTextSize,
    stay: (reason, open) => {
      if (open) stays.add(reason);
      else stays.delete(reason);
    },
    stands: (now) => {
      standing = now;
    },
    hide,
  };
}

/** Tray bounds are all zero on Linux (dependencies §5.3): there the pointer is where the click was. */
function anchorOf(bounds: Rectangle): Rectangle {
  if (bounds.width > 0 && bounds.height > 0) return bounds;
  return { ...screen.getCursorScreenPoint(), width: 0, height: 0 };
}

import type { BrowserWindow, WebContents } from "electron";

/** The window with the page, while there is one. */
export interface PopoverPage {
  window(): BrowserWindow | null;
  /** Whether it can be shown at once. */
  isReady(): boolean;
  /** Makes it unless it is there; settles when it is ready to be shown. Rejects when it cannot be loaded, and then it is gone. */
  load(): Promise<void>;
  throwAway(): void;
}

/** What a page is made with. */
export interface PageParts {
  /** Makes the window, hidden and empty. */
  make(): BrowserWindow;
  /** Loads the page; settles when it knows what it shows. */
  fill(window: BrowserWindow): Promise<void>;
  onReady(): void;
  /** Its process ended; the word for it is Chromium's. */
  onBroken(reason: string): void;
  /** It is gone, for whatever reason. */
  onGone(): void;
}

/** Makes nothing before it is loaded. */
export function popoverPage({ make, fill, onReady, onBroken, onGone }: PageParts): PopoverPage {
  let held: { readonly window: BrowserWindow; readonly ready: Promise<void> } | null = null;
  let isReady = false;
  const throwAway = () => held?.window.destroy();
  const getReady = async (window: BrowserWindow) => {
    try {
      await fill(window);
      await drawn(window.webContents);
    } catch (error) {
      throwAway();
      throw error;
    }
    isReady = true;
    onReady();
  };
  const begin = () => {
    const window = make();
    window.once("closed", () => {
      held = null;
      isReady = false;
      onGone();
    });
    // Whoever clicks next gets another one.
    window.webContents.once("render-process-gone", (_gone, { reason }) => {
      onBroken(reason);
      throwAway();
    });
    return { window, ready: getReady(window) };
  };
  return {
    window: () => held?.window ?? null,
    isReady: () => isReady,
    load: () => (held ??= begin()).ready,
    throwAway,
  };
}

/**
 * Settles when what the page was told is in its document. Nobody waits until it is painted: a window that was not shown yet
 * may be given one frame a second (seen under Xvfb in 19 of 23), and one that is shown gets its frame at once.
 */
async function drawn(page: WebContents): Promise<void> {
  await page.executeJavaScript("new Promise((done) => setTimeout(done))");
}

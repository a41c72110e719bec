import type { ElectronApplication } from "@playwright/test";

/** When the app got how far with an opening, in milliseconds of the machine's monotonic clock, which all processes share. */
export interface OpeningMarks {
  /** The click on the icon came to it. */
  readonly received: number;
  /** Its window said that it is shown. */
  readonly shown: number;
}

declare global {
  // Put there by `markOpenings`, in the app's main process.
  // eslint-disable-next-line no-var
  var openingMarks: { received: number; shown: number };
}

/** Milliseconds of the machine's monotonic clock, here. */
export function monotonicNow(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** From now on the app notes when its icon is clicked, before it acts on that, and when its window is shown. */
export async function markOpenings(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: electron, BrowserWindow, Tray }) => {
    const now = () => Number(process.hrtime.bigint()) / 1e6;
    const marks = { received: 0, shown: 0 };
    const { emit } = Tray.prototype;
    Tray.prototype.emit = function (name, ...details) {
      if (name === "click") marks.received = now();
      return emit.call(this, name, ...details);
    };
    const markShown = (window: Electron.BrowserWindow) =>
      window.on("show", () => {
        marks.shown = now();
      });
    BrowserWindow.getAllWindows().forEach(markShown);
    // A page that nobody saw for long is thrown away, and made anew.
    electron.on("browser-window-created", (_created, window) => markShown(window));
    globalThis.openingMarks = marks;
  });
}

/** The marks of the last opening. */
export function lastMarks(app: ElectronApplication): Promise<OpeningMarks> {
  return app.evaluate(() => globalThis.openingMarks);
}

import { setTimeout as pause } from "node:timers/promises";
import type { Desktop } from "../../e2e/stage/desktop.ts";
import { DEADLINE, eventually } from "../../e2e/stage/eventually.ts";
import { centreOf, clickAt } from "../../e2e/stage/hands.ts";
import type { Point } from "../../e2e/stage/hands.ts";
import type { Box } from "../../e2e/stage/panel-picture.ts";
import { placeOfPopover } from "../../e2e/app/popover-window.ts";
import { startApp } from "../../e2e/app/start-app.ts";
import type { RunningApp } from "../../e2e/app/start-app.ts";
import { lastMarks, markOpenings, monotonicNow } from "./opening-marks.ts";
import { openScreenPixels } from "./screen-pixels.ts";
import type { ScreenPixels } from "./screen-pixels.ts";
import { spreadOf } from "./spread.ts";
import type { Spread } from "./spread.ts";

/** How long the popover takes to open. */
export interface OpeningFigures {
  readonly count: number;
  /** From the click, before the mouse program is started, to the page on the screen. */
  readonly sentToPainted: Spread;
  /** From the click as main receives it to the window that says it is shown. */
  readonly receivedToShown: Spread;
  /** From the click as main receives it to the page on the screen. */
  readonly receivedToPainted: Spread;
  /** The same where nobody had seen the page for so long that it was thrown away. */
  readonly withoutPage: Spread;
}

/** Longer ago than this, what hid the popover is not taken for the same click (electron/main/popover/popover.ts); milliseconds. */
const ANOTHER_CLICK = 300;

/** A page with words on it has more colours: its letters have soft edges. */
const COLOURS_OF_WORDS = 20;

/** Without its page it is opened so often, of all openings. */
const PART_WITHOUT_PAGE = 0.2;

/** Starts the app and opens its popover by its tray icon, first once to warm up, then `count` times, and some times without its page. */
export async function measureOpenings(desktop: Desktop, count: number): Promise<OpeningFigures> {
  const running = await startApp(desktop, { settings: JSON.stringify({ introduced: true }) });
  const screen = await openScreenPixels(desktop.env["DISPLAY"] ?? "");
  try {
    await markOpenings(running.app);
    const stage = { desktop, running, screen, icon: centreOf(await desktop.trayIcon()) };
    const words = await firstOpening(stage);
    const opened: Opened[] = [];
    while (opened.length < count) opened.push(await open(stage, words));
    const anew: Opened[] = [];
    while (anew.length < count * PART_WITHOUT_PAGE) {
      await throwAwayPage(running);
      anew.push(await open(stage, words));
    }
    return {
      count,
      sentToPainted: spreadOf(opened.map(({ sent, painted }) => painted - sent)),
      receivedToShown: spreadOf(opened.map(({ received, shown }) => shown - received)),
      receivedToPainted: spreadOf(opened.map(({ received, painted }) => painted - received)),
      withoutPage: spreadOf(anew.map(({ received, painted }) => painted - received)),
    };
  } finally {
    screen.close();
    await running.stop();
  }
}

interface Stage {
  readonly desktop: Desktop;
  readonly running: RunningApp;
  readonly screen: ScreenPixels;
  readonly icon: Point;
}

/** Moments of one opening, in milliseconds of the monotonic clock. */
interface Opened {
  readonly sent: number;
  readonly received: number;
  readonly shown: number;
  readonly painted: number;
}

/** Opens it once and closes it; says where it has words: it opens at the same place again. */
async function firstOpening(stage: Stage): Promise<Box> {
  await clickAt(stage.icon, "left", stage.desktop.env);
  const { x, y, width } = await placeOfPopover(stage.desktop);
  const words = { x, y, width, height: 40 };
  await eventually("the popover has words", () => hasWords(stage.screen, words));
  await close(stage, words);
  return words;
}

/** Does what the app does when nobody has seen the page for a while. */
async function throwAwayPage({ app }: RunningApp): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.destroy());
  await eventually("the page is gone", async () => app.windows().length === 0);
}

async function open(stage: Stage, words: Box): Promise<Opened> {
  const sent = monotonicNow();
  const [painted] = await Promise.all([
    whenPainted(stage.screen, words),
    clickAt(stage.icon, "left", stage.desktop.env),
  ]);
  const { received, shown } = await lastMarks(stage.running.app);
  if (received < sent || shown < received) throw new Error("the popover was opened by something else than the click");
  await close(stage, words);
  return { sent, received, shown, painted };
}

/**
 * When there are words on the screen, to within some 2 ms. The page itself cannot tell: it is painted while it is hidden, too,
 * and never becomes visible in its own eyes.
 */
async function whenPainted(screen: ScreenPixels, words: Box): Promise<number> {
  const giveUpAt = monotonicNow() + DEADLINE;
  while (!(await hasWords(screen, words))) {
    if (monotonicNow() > giveUpAt) throw new Error("the popover is not painted");
    await pause(1);
  }
  return monotonicNow();
}

async function hasWords(screen: ScreenPixels, part: Box): Promise<boolean> {
  return new Set(await screen.look(part)).size > COLOURS_OF_WORDS;
}

/** Closes it by the keyboard and takes the mouse away; resolves when the next click on the icon opens it again. */
async function close({ desktop, running, screen }: Stage, words: Box): Promise<void> {
  await eventually("the popover has the keyboard", () =>
    running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null),
  );
  await desktop.pressKey("Escape");
  // The mouse program waits until the mouse has moved: on the icon already, it would wait in vain.
  await desktop.clickOutside();
  await eventually("the popover is gone", async () => !(await hasWords(screen, words)));
  const gone = monotonicNow();
  await eventually("the next click is another one", async () => monotonicNow() - gone > ANOTHER_CLICK);
}

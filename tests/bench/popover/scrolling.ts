import type { Page } from "@playwright/test";
import { observed, valuesOf } from "../../../shared/snapshot/part.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { eventually } from "../../e2e/stage/eventually.ts";
import type { Desktop } from "../../e2e/stage/desktop.ts";
import { windowOf } from "../../e2e/stage/hands.ts";
import { viewStateFor } from "../../e2e/states/view-states.ts";
import type { StandInApp } from "../../e2e/stand-in/start-stand-in.ts";
import { mustRun } from "../../lab/room/run-program.ts";
import { waitUntil } from "../../lab/room/wait-until.ts";
import { darwinRoute } from "../../support/example-route.ts";
import { judged, modelAfter, recordedSnapshot } from "../../support/judged.ts";
import { frameFigures } from "./frames.ts";
import type { FrameFigures } from "./frames.ts";

/** How smoothly a long table scrolls. */
export interface ScrollFigures extends FrameFigures {
  readonly rows: number;
}

const ROWS = 2_000;

/** A hand that turns the wheel fast: notches at once, and milliseconds between two. */
const NOTCHES = 250;
const NOTCH_PAUSE = 8;
/** Longest time until the end of the table, in milliseconds. */
const PATIENCE = 60_000;

/** Turns the wheel over the routes view until the end of a table of 2,000 rows. */
export async function measureScrolling(desktop: Desktop, standIn: StandInApp): Promise<ScrollFigures> {
  const { page } = standIn;
  const snapshot = withRows(recordedSnapshot("04-seed-healthy-reconstructed"), ROWS);
  await standIn.look(judged(snapshot));
  await standIn.show(viewStateFor(modelAfter(snapshot), "en", 1));
  await page.getByRole("tab", { name: "Routes" }).click();
  await page.getByRole("tabpanel").getByRole("listitem").first().waitFor();
  const { x, y, width, height } = await eventually("the popover is on the screen", () =>
    windowOf("Electron", desktop.env),
  );
  const [centreX, centreY] = [x + width / 2, y + height / 2];
  await mustRun(["xdotool", "mousemove", `${centreX}`, `${centreY}`], { env: desktop.env });
  const times = await framesUntilBottom(page, () => turnWheel(desktop));
  return { rows: ROWS, ...frameFigures(times) };
}

function withRows(snapshot: Snapshot, count: number): Snapshot {
  const rows = Array.from({ length: count }, (_, n) =>
    darwinRoute({ destination: `100.64.${n >> 8}.${n & 255}/32`, gateway: "link", interface: "utun6" }),
  );
  return { ...snapshot, routes: { ...snapshot.routes, inet: observed([...valuesOf(snapshot.routes.inet), ...rows]) } };
}

async function turnWheel({ env }: Desktop): Promise<void> {
  const down = "5";
  await mustRun(["xdotool", "click", "--repeat", `${NOTCHES}`, "--delay", `${NOTCH_PAUSE}`, down], { env });
}

async function framesUntilBottom(page: Page, scroll: () => Promise<void>): Promise<number[]> {
  let isAtBottom = false;
  const times = recordUntilBottom(page).finally(() => (isAtBottom = true));
  await waitUntil("the end of the table is in sight", PATIENCE, async () => {
    await scroll();
    return isAtBottom;
  });
  return times;
}

/** Times of the frames from the one in which the table begins to move to the one in which its end is in sight. */
function recordUntilBottom(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const scrolls = (element: Element) => getComputedStyle(element).overflowY === "auto";
        let room = document.querySelector("[role=tabpanel]:not([hidden]) li");
        while (room !== null && !scrolls(room)) room = room.parentElement;
        const times: number[] = [];
        const onFrame = (time: number) => {
          const { scrollTop, scrollHeight, clientHeight } = room ?? document.documentElement;
          if (scrollTop === 0) times.length = 0;
          times.push(time);
          if (scrollTop > 0 && scrollTop + clientHeight > scrollHeight - 2) resolve(times);
          else requestAnimationFrame(onFrame);
        };
        requestAnimationFrame(onFrame);
      }),
  );
}

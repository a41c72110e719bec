import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Lookout, Seen } from "../../../electron/main/watch/lookout.ts";
import { median } from "../core/measure.ts";

/** How a lookout was borne by the thread that has tray and popover to serve. Times in milliseconds, medians of the looks. */
export interface CalmFigures {
  /** The longest time that nothing else could be done. */
  readonly blocked: number;
  /** From the order to look until what was seen was told. */
  readonly look: number;
}

const LOOKS = 3;
/** Milliseconds; the delays are measured by a timer of this period, which is taken off them. */
const RESOLUTION = 1;

/** Lets a lookout look, and measures how this thread could go on meanwhile. */
export async function measureCalm(start: (onSeen: (seen: Seen) => void) => Lookout): Promise<CalmFigures> {
  const blocked: number[] = [];
  const looks: number[] = [];
  const lookout = start(() => undefined);
  try {
    // The first is slower than any other: everything is compiled and its memory got.
    await lookout.lookNow();
    for (let look = 0; look < LOOKS; look++) {
      const delays = monitorEventLoopDelay({ resolution: RESOLUTION });
      delays.enable();
      const begin = performance.now();
      await lookout.lookNow();
      looks.push(performance.now() - begin);
      // What blocked the loop is noticed by the timer after it.
      await new Promise((resolve) => setTimeout(resolve, 5 * RESOLUTION));
      delays.disable();
      blocked.push(Math.max(0, delays.max / 1e6 - RESOLUTION));
    }
  } finally {
    lookout.stop();
  }
  return { blocked: median(blocked), look: median(looks) };
}

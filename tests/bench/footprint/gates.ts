import type { FootprintFigures } from "./figures.ts";

/** What Holdfast may take at most, beside the bare app, and whether it does. */
export interface Gate {
  readonly goal: string;
  readonly figure: string;
  readonly isMet: boolean;
}

/** Times what the bare app takes. */
const MOST = { toTray: 1.25, memory: 1.2, processor: 1.1 };
/** Per cent of one core. */
const MOST_PROCESSOR = 0.3;

/** Every goal with what was measured. */
export function gatesOf({ start, rest, seconds }: FootprintFigures): Gate[] {
  const { bare, holdfast } = rest;
  const times = (name: string, most: number, figure: number): Gate => ({
    goal: `${name}: at most ${most} times the bare app`,
    figure: figure.toFixed(2),
    isMet: figure <= most,
  });
  const percent = (100 * holdfast.processor) / seconds;
  return [
    times("time to the tray", MOST.toTray, start.holdfast.toTray.median / start.bare.toTray.median),
    times("memory at rest", MOST.memory, holdfast.late.resident / bare.late.resident),
    times("processor at rest", MOST.processor, holdfast.processor / bare.processor),
    {
      goal: `processor at rest: less than ${MOST_PROCESSOR} % of one core`,
      figure: percent.toFixed(3),
      isMet: percent < MOST_PROCESSOR,
    },
    { goal: "programs started at rest: none", figure: `${holdfast.forks}`, isMet: holdfast.forks === 0 },
  ];
}

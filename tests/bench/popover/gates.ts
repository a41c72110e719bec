import type { PopoverFigures } from "./figures.ts";

/** Median time from the click as main receives it to the page on the screen, in milliseconds. */
const LONGEST_OPENING = 80;
/** The same where its page was thrown away, because nobody had seen it for minutes. */
const LONGEST_WITHOUT_PAGE = 350;
/** Frames in the poorest second of scrolling. */
const FEWEST_FRAMES = 50;
/** How many times what the page took early it may take late. */
const MOST_GROWTH = 1.1;
/** What must not grow with what the page is told. The compiled code does, until everything that runs often is compiled. */
const STEADY = [
  { kind: "resident", name: "resident memory" },
  { kind: "objects", name: "objects" },
  { kind: "listeners", name: "event listeners" },
] as const;
/** Bytes of everything that the page loads, packed. */
const LARGEST_BUNDLE = 250_000;

/** What is worse than it may be: a sentence each. */
export function missedGates({ bundle, opening, scrolling, memory }: PopoverFigures): string[] {
  const { median } = opening.receivedToPainted;
  const anew = opening.withoutPage.median;
  const gates: readonly (readonly [boolean, string])[] = [
    [bundle.total <= LARGEST_BUNDLE, `the page's files have ${bundle.total} bytes, packed; at most ${LARGEST_BUNDLE}`],
    [median <= LONGEST_OPENING, `the popover opens in ${median.toFixed(1)} ms (median); at most ${LONGEST_OPENING}`],
    [
      anew <= LONGEST_WITHOUT_PAGE,
      `the popover opens in ${anew.toFixed(1)} ms (median) without its page; at most ${LONGEST_WITHOUT_PAGE}`,
    ],
    [
      scrolling.slowestSecond >= FEWEST_FRAMES,
      `a second of scrolling has ${scrolling.slowestSecond} frames; at least ${FEWEST_FRAMES}`,
    ],
    ...STEADY.map(({ kind, name }): readonly [boolean, string] => {
      const times = memory.late[kind] / memory.early[kind];
      return [
        times <= MOST_GROWTH,
        `${name}: ${times.toFixed(2)} times what the page had early; at most ${MOST_GROWTH}`,
      ];
    }),
  ];
  return gates.flatMap(([isMet, sentence]) => (isMet ? [] : [sentence]));
}

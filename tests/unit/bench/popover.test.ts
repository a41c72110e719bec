import { describe, expect, it } from "vitest";
import type { PopoverFigures } from "../../bench/popover/figures.ts";
import { frameFigures } from "../../bench/popover/frames.ts";
import { missedGates } from "../../bench/popover/gates.ts";
import { spreadOf } from "../../bench/popover/spread.ts";

const REFRESH = 1_000 / 60;
const refreshes = (count: number, from = 0) => Array.from({ length: count }, (_, nth) => from + nth * REFRESH);

describe("the frames of the popover bench", () => {
  it("are 60 in every second when none is missing", () => {
    expect(frameFigures(refreshes(301))).toMatchObject({ seconds: 5, median: 60, slowestSecond: 60, late: 0 });
  });

  it("are fewest in the second with a gap, wherever that begins", () => {
    const before = refreshes(90);
    const after = refreshes(200, 89 * REFRESH + 200);
    const figures = frameFigures([...before, ...after]);
    expect(figures.median).toBe(60);
    expect(figures.slowestSecond).toBe(49);
    expect(figures.longest).toBeCloseTo(200);
    expect(figures.late).toBe(1);
  });

  it("must take a second", () => {
    expect(() => frameFigures(refreshes(30))).toThrow("less than a second");
  });
});

describe("the spread of times", () => {
  it("is their middle, the one that 95 % do not exceed, and the longest", () => {
    const times = Array.from({ length: 100 }, (_, nth) => 100 - nth);
    expect(spreadOf(times)).toEqual({ median: 50, p95: 95, most: 100 });
  });
});

describe("the gates of the popover bench", () => {
  const spread = { median: 80, p95: 200, most: 300 };
  const memory = { private: 30, resident: 100, heap: 5, objects: 4, nodes: 500, listeners: 100 };
  const figures: PopoverFigures = {
    load: 0,
    bundle: { first: 100_000, total: 250_000 },
    opening: {
      count: 1,
      sentToPainted: spread,
      receivedToShown: spread,
      receivedToPainted: spread,
      withoutPage: { ...spread, median: 350 },
    },
    scrolling: { rows: 1, seconds: 5, median: 60, slowestSecond: 50, longest: 17, late: 0 },
    memory: {
      snapshots: 1_000,
      early: memory,
      half: memory,
      late: { ...memory, resident: 110, objects: 4.4, listeners: 110 },
    },
  };

  it("are met at their limits", () => {
    expect(missedGates(figures)).toEqual([]);
  });

  it("name each that is missed, with the figure and its limit", () => {
    const worse: PopoverFigures = {
      ...figures,
      bundle: { first: 1, total: 250_001 },
      opening: {
        ...figures.opening,
        receivedToPainted: { ...spread, median: 80.1 },
        withoutPage: { ...spread, median: 350.1 },
      },
      scrolling: { ...figures.scrolling, slowestSecond: 49 },
      memory: { ...figures.memory, late: { ...memory, resident: 112, objects: 4.6, listeners: 111 } },
    };
    expect(missedGates(worse)).toEqual([
      "the page's files have 250001 bytes, packed; at most 250000",
      "the popover opens in 80.1 ms (median); at most 80",
      "the popover opens in 350.1 ms (median) without its page; at most 350",
      "a second of scrolling has 49 frames; at least 50",
      "resident memory: 1.12 times what the page had early; at most 1.1",
      "objects: 1.15 times what the page had early; at most 1.1",
      "event listeners: 1.11 times what the page had early; at most 1.1",
    ]);
  });
});

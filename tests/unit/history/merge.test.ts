import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import type { History } from "../../../shared/history/history.ts";
import { mergeHistories } from "../../../shared/history/merge-histories.ts";
import { MOST_ENTRIES, mergeTimelines, withoutEchoes } from "../../../shared/history/merge-timelines.ts";
import { MOST_PINS } from "../../../shared/history/remember-pins.ts";
import { MOST_SERVERS } from "../../../shared/history/remember.ts";
import type { Timeline } from "../../../shared/history/timeline.ts";
import { historyOfCafe } from "../../support/known-history.ts";
import { entryAt } from "../../support/timeline-entries.ts";

const seconds = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 260 });
const timelines: fc.Arbitrary<Timeline> = seconds.map((all) =>
  mergeTimelines(
    [],
    all.map((second) => entryAt(second)),
  ),
);
const texts = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 4 });
const [pin] = historyOfCafe.pins;
const histories: fc.Arbitrary<History> = fc
  .record({ servers: texts, tunnelPrefixes: texts, gateways: texts })
  .map(({ gateways, ...rest }) => ({
    ...EMPTY_HISTORY,
    ...rest,
    pins: pin === undefined ? [] : gateways.map((gateway) => ({ ...pin, gateway })),
  }));
const sorted = ({ servers, tunnelPrefixes, pins }: History) => [
  servers.toSorted(),
  tunnelPrefixes.toSorted(),
  pins.map(({ gateway }) => gateway).toSorted(),
];

describe("timelines of several programs, merged", () => {
  it("are the same in whatever order, and however often", () => {
    fc.assert(
      fc.property(timelines, timelines, (one, other) => {
        const merged = mergeTimelines(one, other);
        expect(mergeTimelines(other, one)).toEqual(merged);
        expect(mergeTimelines(merged, one)).toEqual(merged);
        expect(merged.length).toBeLessThanOrEqual(MOST_ENTRIES);
        expect(merged.map(({ at }) => at)).toEqual(merged.map(({ at }) => at).toSorted());
      }),
      { numRuns: 100 },
    );
  });

  it("keep one of two different entries that have the same id, always the same one", () => {
    const [one, other] = [[entryAt(1)], [entryAt(1, { moreEvents: 5 })]];
    expect(mergeTimelines(one, other)).toEqual(mergeTimelines(other, one));
    expect(mergeTimelines(one, other)).toHaveLength(1);
  });

  it("show once what two programs saw, and twice what happened twice", () => {
    const seenByBoth = [entryAt(0), entryAt(1, { id: "watch-1" })];
    expect(withoutEchoes(seenByBoth)).toEqual([entryAt(0)]);
    expect(withoutEchoes([entryAt(0), entryAt(2)])).toHaveLength(2);
    expect(withoutEchoes([entryAt(0), entryAt(30, { id: "watch-1" })])).toHaveLength(2);
    const more = entryAt(1, { id: "watch-1", events: [...entryAt(1).events, { kind: "began" }] });
    expect(withoutEchoes([entryAt(0), more])).toHaveLength(2);
  });
});

describe("histories of several programs, merged", () => {
  it("are one history when nothing differs", () => {
    fc.assert(
      fc.property(histories, (one) => {
        expect(mergeHistories(one, one, one)).toEqual(one);
      }),
    );
  });

  it("hold what either has learned, whoever merges", () => {
    fc.assert(
      fc.property(histories, histories, (one, other) => {
        const merged = mergeHistories(EMPTY_HISTORY, one, other);
        expect(sorted(mergeHistories(EMPTY_HISTORY, other, one))).toEqual(sorted(merged));
        expect(sorted(mergeHistories(merged, merged, one))).toEqual(sorted(merged));
      }),
    );
  });

  it("do not hold again what I have struck out, though it is still in theirs", () => {
    fc.assert(
      fc.property(histories, histories, (base, theirs) => {
        const mine = { ...base, pins: base.pins.slice(1), servers: base.servers.slice(1) };
        const merged = mergeHistories(base, mine, { ...theirs, pins: [...theirs.pins, ...base.pins] });
        const struckOut = base.pins.slice(0, 1).map(({ gateway }) => gateway);
        expect(merged.pins.filter(({ gateway }) => struckOut.includes(gateway))).toEqual([]);
      }),
    );
  });

  it("are bounded, and mine are the last to be forgotten", () => {
    const many = (prefix: string): History => ({
      ...EMPTY_HISTORY,
      servers: Array.from({ length: MOST_SERVERS }, (_, index) => `${prefix}-${index}`),
      pins:
        pin === undefined
          ? []
          : Array.from({ length: MOST_PINS }, (_, index) => ({ ...pin, gateway: `${prefix}-${index}` })),
    });
    expect(mergeHistories(EMPTY_HISTORY, many("mine"), many("theirs"))).toEqual(many("mine"));
  });

  it("know the later change of network", () => {
    const at = (networkChangedAt: string | null): History => ({ ...EMPTY_HISTORY, networkChangedAt });
    const [early, late] = [at("2026-03-02T12:00:00.000Z"), at("2026-03-02T12:00:01.000Z")];
    for (const [mine, theirs] of [
      [early, late],
      [late, early],
      [late, at(null)],
      [at(null), late],
    ] as const)
      expect(mergeHistories(EMPTY_HISTORY, mine, theirs)).toEqual(late);
  });
});

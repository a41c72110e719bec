import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Verdict } from "../../shared/keep-alive/advance.ts";
import type { ClientMemory } from "../../shared/keep-alive/memory.ts";
import type { Step } from "../../shared/repair/step.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import { HOME, HOTSPOT, keptLaptop } from "../support/kept-laptop.ts";
import type { Laptop } from "../support/kept-laptop.ts";

const RUNS = process.env["HOLDFAST_LONG"] === "1" ? 50_000 : 2_000;
const STEPS = { minLength: 1, maxLength: 40 };
const FIVE_MINUTES = 5 * 60_000;

/** Where the laptop may be, half-way there included. */
const network = fc.constantFrom<Laptop["network"]>(
  HOME,
  HOTSPOT,
  { ...HOME, router: null },
  { ...HOTSPOT, router: null },
  null,
);
const socket = fc.option(
  fc.record({
    from: fc.constantFrom(HOME.own, HOTSPOT.own),
    port: fc.integer({ min: 40_000, max: 40_003 }),
    state: fc.constantFrom("established", "syn-sent"),
  }),
  { nil: null },
);
const change = fc.record(
  {
    network,
    pin: fc.constantFrom(HOME.router, HOTSPOT.router, null),
    socket,
    children: fc.constantFrom([], [4712]),
    portal: fc.boolean(),
    received: fc.integer({ min: 100, max: 110 }),
  },
  { requiredKeys: [] },
);
/** A story: what changes, and how many milliseconds later. */
const story = fc.array(fc.tuple(fc.constantFrom(1, 15, 200, 1_000, 6_000, 70_000), change), STEPS);

interface Moment {
  readonly at: number;
  readonly laptop: Partial<Laptop>;
  readonly verdict: Verdict;
}

function told(steps: readonly (readonly [number, Partial<Laptop>])[]): Moment[] {
  const laptop = keptLaptop();
  laptop.look();
  let at = 0;
  let state: Partial<Laptop> = {};
  return steps.map(([milliseconds, changed]) => {
    at += milliseconds;
    state = { ...state, ...changed };
    return { at, laptop: state, verdict: laptop.after(milliseconds, changed) };
  });
}

const isSteady = ({ phase }: ClientMemory) => phase.name === "steady";
const rowsWritten = (step: Step): Route[] => {
  if (step.op === "add-route") return [step.route];
  return step.op === "replace-route" ? [step.replacement] : [];
};
const operations = ({ verdict }: Moment) => verdict.actions.flatMap(({ repair }) => repair.map(({ op }) => op));
const hold = (claim: (moments: Moment[]) => void) =>
  fc.assert(
    fc.property(story, (steps) => claim(told(steps))),
    { numRuns: RUNS },
  );

describe("keep-alive, whatever happens to the laptop", () => {
  it("writes no row while the pin leads to the present router", () => {
    hold((moments) => {
      for (const moment of moments) {
        const { network: now = HOME, pin = HOME.router } = moment.laptop;
        if (now?.router != null && pin === now.router) {
          expect(operations(moment).filter((op) => op !== "nudge-client")).toEqual([]);
        }
      }
    });
  });

  it("writes only rows that lead to the present router", () => {
    hold((moments) => {
      for (const { laptop, verdict } of moments) {
        const { network: present = HOME } = laptop;
        const rows = verdict.actions.flatMap(({ repair }) => repair.flatMap(rowsWritten));
        expect(rows.filter(({ gateway }) => gateway !== present?.router)).toEqual([]);
      }
    });
  });

  it("asks a client at most once at a time, never beside its script, and never behind a sign-in page", () => {
    hold((moments) => {
      for (const moment of moments) {
        const asked = operations(moment).filter((op) => op === "nudge-client").length;
        expect(asked).toBeLessThanOrEqual(1);
        if (asked > 0) expect([moment.laptop.children?.length ?? 0, moment.laptop.portal ?? false]).toEqual([0, false]);
      }
    });
  });

  it("acts at most five times in five minutes while the network stays", () => {
    hold((moments) => {
      for (const [index, { at, laptop }] of moments.entries()) {
        const sameNetwork = moments.slice(0, index + 1).toReversed();
        const changed = sameNetwork.findIndex((one) => one.laptop.network !== laptop.network);
        const lately = (changed < 0 ? sameNetwork : sameNetwork.slice(0, changed)).filter(
          (one) => at - one.at < FIVE_MINUTES,
        );
        expect(lately.filter(({ verdict }) => verdict.actions.length > 0).length).toBeLessThanOrEqual(5);
      }
    });
  });

  it("asks for no further look while the laptop is well", () => {
    hold((moments) => {
      const quiet = moments.filter(({ verdict }) => [...verdict.memory.values()].every(isSteady));
      expect(quiet.filter(({ verdict }) => verdict.lookAgainIn !== null)).toEqual([]);
    });
  });
});

import { describe, expect, it } from "vitest";
import { createModel } from "../../../../electron/main/model.ts";
import { checkWeekly, pauseBefore } from "../../../../electron/main/updates/weekly-check.ts";
import type { UpdateWay } from "../../../../shared/contract/updates.ts";
import { modelAfter, recordedSnapshot } from "../../../support/judged.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** An app with a clock that is set by hand. `answers` false: the feed cannot be reached. */
function scene({ way = "password", answers = true }: { way?: UpdateWay; answers?: boolean } = {}) {
  const start = modelAfter(recordedSnapshot("02-seed-after-switch-clean"));
  const model = createModel({ ...start, updates: { ...start.updates, way } });
  let [now, nth] = [1000 * DAY, 0];
  const timers = new Map<number, { readonly due: number; readonly callback: () => void }>();
  const checks: number[] = [];
  let checkedAt: number | null = null;
  const weekly = checkWeekly({
    model,
    checkedAt: () => checkedAt,
    check: async () => {
      checks.push(now);
      if (answers) checkedAt = now;
    },
    clock: {
      now: () => now,
      after(milliseconds, callback) {
        const id = nth++;
        timers.set(id, { due: now + milliseconds, callback });
        return () => void timers.delete(id);
      },
    },
  });
  /** Lets time pass, and what is due happen. */
  const pass = async (milliseconds: number) => {
    const end = now + milliseconds;
    for (;;) {
      const [next] = [...timers].filter(([, { due }]) => due <= end).toSorted(([, a], [, b]) => a.due - b.due);
      if (next === undefined) break;
      timers.delete(next[0]);
      now = next[1].due;
      next[1].callback();
      await new Promise(setImmediate);
    }
    now = end;
  };
  const turn = (checkForUpdates: boolean) =>
    model.setState(({ settings }) => ({ settings: { ...settings, checkForUpdates } }));
  return { weekly, timers, checks, pass, turn };
}

describe("looking for updates by itself", () => {
  it("is off until the user turns it on: then there is not even a timer", async () => {
    const { timers, checks, pass } = scene();
    await pass(100 * DAY);
    expect([timers.size, checks]).toEqual([0, []]);
  });

  it("happens once a week while it is on, and no more when it is turned off", async () => {
    const { timers, checks, pass, turn } = scene();
    turn(true);
    await pass(21 * DAY);
    expect(checks).toHaveLength(3);
    turn(false);
    await pass(100 * DAY);
    expect(checks).toHaveLength(3);
    expect(timers.size).toBe(0);
  });

  it("is tried again after hours, not minutes, where the feed cannot be reached", async () => {
    const { checks, pass, turn } = scene({ answers: false });
    turn(true);
    await pass(DAY);
    expect(checks).toHaveLength(4);
  });

  it("does not happen in a build that has no feed", async () => {
    const { timers, turn } = scene({ way: "no-feed" });
    turn(true);
    expect(timers.size).toBe(0);
  });

  it("ends with the app", async () => {
    const { weekly, timers, turn } = scene();
    turn(true);
    weekly.stop();
    turn(false);
    turn(true);
    expect(timers.size).toBe(0);
  });
});

describe("the pause before a check", () => {
  const now = 1000 * DAY;

  it("is what is left of a week, and never so short that it meets the start of the app", () => {
    expect(pauseBefore(now - 5 * DAY, null, now)).toBe(2 * DAY);
    expect(pauseBefore(now - 50 * DAY, null, now)).toBe(10 * MINUTE);
    expect(pauseBefore(null, null, now)).toBe(10 * MINUTE);
  });

  it("is not made long by a clock that was wrong", () => {
    expect(pauseBefore(now + 500 * DAY, now + 500 * DAY, now)).toBe(10 * MINUTE);
  });
});

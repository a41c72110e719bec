import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agoParts } from "../../../renderer/text/ago.ts";
import { dayText } from "../../../renderer/text/day-text.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe("how long ago something was", () => {
  it.each([
    [0, "now", 0],
    [9_999, "now", 0],
    [10 * SECOND, "second", 10],
    [59 * SECOND, "second", 50],
    [MINUTE, "minute", 1],
    [59 * MINUTE + 59 * SECOND, "minute", 59],
    [HOUR, "hour", 1],
    [23 * HOUR, "hour", 23],
    [49 * HOUR, "day", 2],
  ])("%i ms: %s, %i", (milliseconds, unit, count) => {
    expect(agoParts(milliseconds)).toMatchObject({ unit, count });
  });

  it("is said anew exactly when other words are right", () => {
    for (let now = 0; now < 3 * HOUR;) {
      const { next, ...words } = agoParts(now);
      expect(next).toBeGreaterThan(0);
      expect(agoParts(now + next - 1)).toMatchObject(words);
      expect(agoParts(now + next)).not.toMatchObject(words);
      now += next;
    }
  });
});

describe("a day", () => {
  const zone = process.env["TZ"];
  beforeAll(() => {
    process.env["TZ"] = "Europe/Berlin";
  });
  afterAll(() => {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  });
  const now = new Date("2026-03-02T08:00:00Z");

  it("is today or yesterday, whatever the hour", () => {
    expect(dayText(new Date(2026, 2, 2, 0, 1), now, "en")).toBe("Today");
    expect(dayText(new Date(2026, 2, 1, 23, 59), now, "en")).toBe("Yesterday");
    expect(dayText(new Date(2026, 2, 1, 23, 59), now, "zh-CN")).toBe("昨天");
  });

  it("is a date when it is longer ago, or in the future because a clock was wrong", () => {
    expect(dayText(new Date(2026, 1, 28), now, "en")).toBe("Saturday, February 28, 2026");
    expect(dayText(new Date(2026, 2, 3), now, "en")).toBe("Tuesday, March 3, 2026");
  });

  it("is named right across the change to summer time, when a day has 23 hours", () => {
    expect(dayText(new Date(2026, 2, 28, 12), new Date(2026, 2, 29, 12), "en")).toBe("Yesterday");
  });
});

import { describe, expect, it } from "vitest";
import { activitySince } from "../../bench/footprint/activity.ts";
import type { FootprintFigures } from "../../bench/footprint/figures.ts";
import { footprintTables } from "../../bench/footprint/footprint-tables.ts";
import { gatesOf } from "../../bench/footprint/gates.ts";
import { processMemory, processWrites, threadCounters } from "../../bench/footprint/proc-figures.ts";
import { countersOf, memoryOf, processTree } from "../../bench/footprint/process-tree.ts";
import type { RestFigures } from "../../bench/footprint/rest.ts";
import { spreadOf } from "../../bench/footprint/spread.ts";

const STATUS = "Name:\tcat\nState:\tS (sleeping)\nvoluntary_ctxt_switches:\t12\nnonvoluntary_ctxt_switches:\t345\n";

describe("what the kernel tells of a process", () => {
  it("is the time on a processor, and how often a thread waited of its own will", () => {
    expect(threadCounters("2500000000 1670204 4\n", STATUS)).toEqual({ processor: 2.5, wakeUps: 12 });
  });

  it("is its memory and what it wrote, in bytes", () => {
    const rollup =
      "55c7-7fff ---p 0 0:0 0 [rollup]\nRss:                1640 kB\nPss:                 329 kB\nPss_Dirty: 1 kB\n";
    expect(processMemory(rollup)).toEqual({ resident: 1640 * 1024, proportional: 329 * 1024 });
    const io = "rchar: 1\nwchar: 20\nsyscr: 3\nsyscw: 4\nread_bytes: 5\nwrite_bytes: 4096\ncancelled_write_bytes: 0\n";
    expect(processWrites(io)).toEqual({ disk: 4096, all: 20 });
  });

  it("is missed where it is not told", () => {
    expect(() => processWrites("rchar: 1\n")).toThrow("write_bytes");
  });

  it.skipIf(process.platform !== "linux")("is read of this one, too", () => {
    expect(processTree(process.pid)[0]).toBe(process.pid);
    const processor = [...countersOf([process.pid]).values()].reduce((sum, one) => sum + one.processor, 0);
    expect(processor).toBeGreaterThan(0);
    const { resident, proportional } = memoryOf([process.pid]);
    expect(resident).toBeGreaterThan(10 * 1024 ** 2);
    expect(proportional).toBeLessThanOrEqual(resident);
  });
});

describe("what threads do in a time", () => {
  it("is added up, with what those did that came later and those that are gone", () => {
    const log = activitySince(new Map([["1/1", { processor: 5, wakeUps: 50 }]]));
    log.note(
      new Map([
        ["1/1", { processor: 6, wakeUps: 55 }],
        ["1/2", { processor: 2, wakeUps: 3 }],
      ]),
    );
    log.note(new Map([["1/1", { processor: 6.5, wakeUps: 56 }]]));
    expect(log.total()).toEqual({ processor: 3.5, wakeUps: 9, newThreads: 1 });
  });
});

describe("the goals of the footprint bench", () => {
  const rest: RestFigures = {
    early: { resident: 100, proportional: 50 },
    late: { resident: 100, proportional: 50 },
    processes: 5,
    processor: 0.1,
    wakeUps: 100,
    forks: 0,
    newThreads: 0,
    diskWrites: 0,
    allWrites: 0,
  };
  const start = { toTray: { median: 200, p90: 250 }, processor: { median: 0.2, p90: 0.3 } };
  const figures = (holdfast: Partial<RestFigures>, toTray: number): FootprintFigures => ({
    load: 0,
    electron: "33.2.1",
    starts: 9,
    seconds: 300,
    start: {
      bare: start,
      "bare-with-window": start,
      holdfast: { ...start, toTray: { median: toTray, p90: toTray } },
    },
    rest: { bare: rest, "bare-with-window": rest, holdfast: { ...rest, ...holdfast } },
  });
  const metBy = (one: FootprintFigures) => gatesOf(one).map(({ isMet }) => isMet);

  it("are met at their limits", () => {
    const most = figures({ late: { resident: 120, proportional: 60 }, processor: 0.11 }, 250);
    expect(metBy(most)).toEqual([true, true, true, true, true]);
  });

  it("are missed one by one", () => {
    expect(metBy(figures({}, 251))).toEqual([false, true, true, true, true]);
    expect(metBy(figures({ late: { resident: 121, proportional: 60 } }, 200))).toEqual([true, false, true, true, true]);
    expect(metBy(figures({ processor: 0.9 }, 200))).toEqual([true, true, false, false, true]);
    expect(metBy(figures({ forks: 1 }, 200))).toEqual([true, true, true, true, false]);
  });

  it("are printed with what was measured, and said to be met or missed", () => {
    const lines = footprintTables(figures({ forks: 14 }, 240));
    expect(lines).toContainEqual(expect.stringMatching(/^Holdfast +240 +240 +1\.20 /));
    expect(lines).toContainEqual(expect.stringMatching(/^programs started at rest: none +14 +missed$/));
    expect(lines).toContainEqual(expect.stringMatching(/^time to the tray: .* 1\.20 +met$/));
  });
});

describe("the spread of figures", () => {
  it("is their middle and the one that nine in ten do not exceed", () => {
    expect(spreadOf([9, 1, 3, 2, 5, 4, 8, 6, 7, 10])).toEqual({ median: 5, p90: 9 });
  });
});

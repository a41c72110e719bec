import { describe, expect, it } from "vitest";
import { debounce } from "../../../electron/observe/debounce.ts";
import { combineHints } from "../../../electron/observe/hint.ts";
import { mailbox } from "../../../electron/observe/mailbox.ts";
import { startPoll } from "../../../electron/observe/poll.ts";
import { detectWake } from "../../../electron/observe/wake-detector.ts";
import { FakeClock } from "../../support/fake-clock.ts";

/** A clock, and a callback that counts how often it was called. */
function counted() {
  const clock = new FakeClock();
  const calls: number[] = [];
  const start = clock.now();
  return { clock, calls, call: () => void calls.push(clock.now() - start) };
}

describe("debounce", () => {
  const times = { quiet: 150, longest: 1_000 };

  it("waits for quiet", () => {
    const { clock, calls, call } = counted();
    const burst = debounce(call, times, clock);
    burst.touch();
    clock.advance(100);
    burst.touch();
    clock.advance(149);
    expect(calls).toEqual([]);
    clock.advance(1);
    expect(calls).toEqual([250]);
  });

  it("waits no longer than the longest wait, however long the burst", () => {
    const { clock, calls, call } = counted();
    const burst = debounce(call, times, clock);
    for (let i = 0; i < 30; i++) {
      burst.touch();
      clock.advance(100);
    }
    expect(calls).toEqual([1_000, 2_000, 3_000]);
  });

  it("calls once for a burst, and not at all when it is stopped", () => {
    const { clock, calls, call } = counted();
    const burst = debounce(call, times, clock);
    burst.touch();
    clock.advance(10_000);
    expect(calls).toEqual([150]);
    burst.touch();
    burst.stop();
    clock.advance(10_000);
    expect(calls).toEqual([150]);
    expect(clock.waiting).toBe(0);
  });
});

describe("poll", () => {
  it("is slow at first, fast on demand, and still when it is paused", () => {
    const { clock, calls, call } = counted();
    const poll = startPoll(call, clock);
    clock.advance(60_000);
    expect(calls).toEqual([30_000, 60_000]);
    poll.setPace("fast");
    clock.advance(2_000);
    expect(calls.slice(2)).toEqual([61_000, 62_000]);
    poll.setPace("paused");
    clock.advance(600_000);
    expect(calls).toHaveLength(4);
    poll.setPace("slow");
    clock.advance(30_000);
    expect(calls).toHaveLength(5);
    poll.stop();
    expect(clock.waiting).toBe(0);
  });
});

describe("wake detection", () => {
  it("notices that the wall clock ran on while the timers stood still", () => {
    const { clock, calls, call } = counted();
    const detector = detectWake(call, clock);
    clock.advance(120_000);
    expect(calls).toEqual([]);
    clock.sleep(3_600_000);
    clock.advance(120_000);
    expect(calls).toHaveLength(1);
    clock.advance(120_000);
    expect(calls).toHaveLength(1);
    detector.stop();
    expect(clock.waiting).toBe(0);
  });

  it("notices it at once when it is asked to look, and once only", () => {
    const { clock, calls, call } = counted();
    const detector = detectWake(call, clock);
    detector.look();
    clock.sleep(3_600_000);
    detector.look();
    detector.look();
    expect(calls).toHaveLength(1);
    clock.advance(120_000);
    expect(calls).toHaveLength(1);
  });

  it("takes neither a clock that was set back nor a busy second for sleep", () => {
    const { clock, calls, call } = counted();
    detectWake(call, clock);
    clock.sleep(-3_600_000);
    clock.advance(120_000);
    clock.sleep(3_000);
    clock.advance(120_000);
    expect(calls).toEqual([]);
  });
});

describe("mailbox", () => {
  const live = new AbortController().signal;

  it("makes one value of all that come while nobody reads", async () => {
    const box = mailbox<number>((a, b) => a + b);
    box.put(1);
    box.put(2);
    box.put(3);
    expect(await box.take(live)).toBe(6);
    const next = box.take(live);
    box.put(4);
    expect(await next).toBe(4);
  });

  it("gives nothing any more once the signal aborts", async () => {
    const box = mailbox<number>((a, b) => a + b);
    const abort = new AbortController();
    const waiting = box.take(abort.signal);
    abort.abort();
    expect(await waiting).toBeNull();
    box.put(1);
    expect(await box.take(abort.signal)).toBeNull();
  });
});

describe("hints", () => {
  it("keep the weightier reason of two", () => {
    expect(combineHints({ reason: "polled" }, { reason: "changed" })).toEqual({ reason: "changed" });
    expect(combineHints({ reason: "woke" }, { reason: "changed" })).toEqual({ reason: "woke" });
  });
});

import { EventEmitter, once } from "node:events";
import { describe, expect, it } from "vitest";
import type { MonitorEvents } from "../../../electron/observe/monitor.ts";
import { createObserver } from "../../../electron/observe/observer.ts";
import type { Platform } from "../../../electron/observe/platform.ts";
import { changesOf, watchSnapshots } from "../../../electron/observe/watch.ts";
import type { Look } from "../../../electron/observe/watch.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { until } from "../../support/until.ts";

/** An observer of a machine whose network, monitor and time a test controls. */
function observed(glimpse?: Platform["glimpse"]) {
  const clock = new FakeClock();
  const state = { captures: 0, running: 0, gateway: "198.51.100.1", slow: null as Promise<unknown> | null };
  let events: MonitorEvents | null = null;
  const platform: Platform = {
    os: "linux",
    osVersion: () => Promise.resolve("6.18"),
    monitor: { path: "/unused", arguments: [] },
    isNews: (line) => line !== "noise",
    ...(glimpse !== undefined && { glimpse }),
    sensors: () => [
      async () => {
        state.captures += 1;
        const text = JSON.stringify([{ dst: "default", gateway: state.gateway, dev: "wlan0" }]);
        await state.slow;
        return [{ name: "r.json", source: "ip -4 -j route show table all", content: { read: true, text } }];
      },
    ],
  };
  const observer = createObserver({
    platform,
    clock,
    startMonitor(given) {
      events = given;
      state.running += 1;
      return () => void (state.running -= 1);
    },
  });
  const line = (text = "[ROUTE]") => events?.onLine(text);
  const start = (again: boolean) => events?.onStart(again);
  return { clock, observer, state, line, start };
}

async function collect(looks: AsyncIterable<Look>, into: Look[]): Promise<void> {
  for await (const look of looks) into.push(look);
}

describe("capture", () => {
  it("tells system, version and time with what the sensors read", async () => {
    const { observer } = observed();
    expect(await observer.capture()).toMatchObject({
      os: "linux",
      osVersion: "6.18",
      takenAt: "2026-01-01T00:00:00.000Z",
      files: [{ name: "r.json", source: "ip -4 -j route show table all", content: { read: true } }],
    });
  });

  it("rejects when it is not wanted any more", async () => {
    const { observer, state } = observed();
    await expect(observer.capture(AbortSignal.abort())).rejects.toThrow(/abort/i);
    expect(state.captures).toBe(0);
  });
});

describe("changes", () => {
  it("gives one hint for a burst, a poll in between, and nothing for noise", async () => {
    const { clock, observer, line } = observed();
    const abort = new AbortController();
    const hints = observer.changes(abort.signal)[Symbol.asyncIterator]();
    const first = hints.next();
    line();
    line();
    clock.advance(150);
    expect((await first).value).toEqual({ reason: "changed" });
    const second = hints.next();
    line("noise");
    clock.advance(30_000);
    expect((await second).value).toEqual({ reason: "polled" });
    abort.abort();
    expect(await hints.next()).toEqual({ done: true, value: undefined });
  });

  it("polls in quiet times only when a glimpse says that something has changed", async () => {
    let changed = false;
    let glimpses = 0;
    const { clock, observer } = observed(() => () => {
      glimpses += 1;
      return changed;
    });
    const abort = new AbortController();
    const hints = observer.changes(abort.signal)[Symbol.asyncIterator]();
    const told: unknown[] = [];
    const first = hints.next().then((hint) => told.push(hint.value));
    observer.setPace("quiet");
    clock.advance(360_000);
    expect(glimpses).toBe(3);
    changed = true;
    clock.advance(119_999);
    await Promise.resolve();
    expect(told).toEqual([]);
    clock.advance(1);
    await first;
    expect(told).toEqual([{ reason: "polled" }]);
    const second = hints.next();
    observer.setPace("slow");
    changed = false;
    clock.advance(30_000);
    expect((await second).value).toEqual({ reason: "polled" });
    abort.abort();
    await hints.next();
  });

  it("polls in quiet times as in others where a glimpse tells nothing", async () => {
    const { clock, observer } = observed();
    const abort = new AbortController();
    const hints = observer.changes(abort.signal)[Symbol.asyncIterator]();
    const first = hints.next();
    observer.setPace("quiet");
    clock.advance(30_000);
    expect((await first).value).toEqual({ reason: "polled" });
    abort.abort();
    await hints.next();
  });

  it("passes on that the machine woke, that the monitor began anew, and what it is told", async () => {
    const { clock, observer, line, start } = observed();
    const hints = observer.changes(new AbortController().signal)[Symbol.asyncIterator]();
    const first = hints.next();
    clock.sleep(600_000);
    line();
    clock.advance(150);
    expect((await first).value).toEqual({ reason: "woke" });
    const second = hints.next();
    start(true);
    expect((await second).value).toEqual({ reason: "monitor-restarted" });
    const third = hints.next();
    observer.hint("asked");
    expect((await third).value).toEqual({ reason: "asked" });
    await hints.return?.();
  });

  it("leaves neither timer nor program behind", async () => {
    const { clock, observer, state, line } = observed();
    const abort = new AbortController();
    const hints = observer.changes(abort.signal)[Symbol.asyncIterator]();
    const waiting = hints.next();
    line();
    observer.setPace("fast");
    expect([state.running, clock.waiting]).toEqual([1, 4]);
    abort.abort();
    expect((await waiting).done).toBe(true);
    expect([state.running, clock.waiting]).toEqual([0, 0]);
  });
});

describe("watch", () => {
  it("looks at once and after each hint, and names what changed", async () => {
    const { clock, observer, state, line } = observed();
    const abort = new AbortController();
    const looks: Look[] = [];
    const done = collect(watchSnapshots(observer, abort.signal), looks);
    await until("the first look", () => looks.length === 1);
    expect(looks.slice(0, 1).flatMap(changesOf)).toEqual([]);
    state.gateway = "192.0.2.1";
    line();
    clock.advance(150);
    await until("the second look", () => looks.length === 2);
    expect(looks.slice(1, 2).flatMap(changesOf)).toEqual([
      {
        code: "default-route-changed",
        args: {
          family: "inet",
          gateway: "192.0.2.1",
          interface: "wlan0",
          oldGateway: "198.51.100.1",
          oldInterface: "wlan0",
        },
      },
    ]);
    observer.hint("woke");
    await until("the third look", () => looks.length === 3);
    expect(looks.slice(2, 3).flatMap(changesOf)).toEqual([{ code: "woke-up", args: {} }]);
    abort.abort();
    await done;
    expect([state.running, clock.waiting]).toEqual([0, 0]);
  });

  it("looks once more, and only once, for all hints that come during a look", async () => {
    const { observer, state } = observed();
    const abort = new AbortController();
    const looks: Look[] = [];
    const slow = new EventEmitter();
    state.slow = once(slow, "finish");
    const done = collect(watchSnapshots(observer, abort.signal), looks);
    await until("a look is under way", () => state.captures === 1);
    for (let i = 0; i < 50; i++) observer.hint("changed");
    slow.emit("finish");
    await until("both looks", () => looks.length === 2);
    observer.hint("asked");
    await until("the look that was asked for", () => looks.length === 3);
    expect(state.captures).toBe(3);
    abort.abort();
    await done;
  });

  it("ends everything when its reader has seen enough", async () => {
    const { clock, observer, state } = observed();
    for await (const look of watchSnapshots(observer, new AbortController().signal)) {
      expect(changesOf(look)).toEqual([]);
      break;
    }
    expect([state.running, clock.waiting]).toEqual([0, 0]);
  });
});

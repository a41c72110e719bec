import type { Clock } from "./clock.ts";
import { debounce } from "./debounce.ts";
import type { DebounceTimes } from "./debounce.ts";
import { combineHints } from "./hint.ts";
import type { Hint, HintReason } from "./hint.ts";
import { mailbox } from "./mailbox.ts";
import { keepMonitor } from "./monitor.ts";
import type { MonitorEvents } from "./monitor.ts";
import type { Platform } from "./platform.ts";
import { startPoll } from "./poll.ts";
import type { Pace } from "./poll.ts";
import { detectWake } from "./wake-detector.ts";

/** Starts something that reports changes; gives back the function that ends it. */
export type StartMonitor = (events: MonitorEvents) => () => void;

export interface ChangeSources {
  readonly startMonitor: StartMonitor;
  readonly isNews: Platform["isNews"];
  readonly glimpse: Platform["glimpse"];
  readonly clock: Clock;
  readonly debounce: DebounceTimes;
}

/** The sources of hints, joined; they run from {@link joinSources} until `stop`. */
export interface JoinedSources {
  /** The next hint; null once the signal aborts. */
  next(signal: AbortSignal): Promise<Hint | null>;
  /** A hint from outside. */
  add(reason: HintReason): void;
  setPace(pace: Pace): void;
  stop(): void;
}

/** Runs monitor, poll and wake detector, and makes one stream of hints of them. */
export function joinSources(sources: ChangeSources, pace: Pace): JoinedSources {
  const { clock } = sources;
  const box = mailbox<Hint>(combineHints);
  const add = (reason: HintReason) => box.put({ reason });
  const detector = detectWake(() => add("woke"), clock);
  const burst = debounce(
    () => {
      if (!detector.look()) add("changed");
    },
    sources.debounce,
    clock,
  );
  const stopMonitor = sources.startMonitor({
    onLine: (line) => {
      if (sources.isNews(line)) burst.touch();
    },
    // What happened while nobody listened was not reported; the pause lets the program begin to listen.
    onStart: (again) => (again ? add("monitor-restarted") : burst.touch()),
  });
  const hasChanged = sources.glimpse?.();
  const onTime = (now: Pace) => {
    if (now !== "quiet" || hasChanged?.() === true) add("polled");
  };
  const possible = (wanted: Pace) => (wanted === "quiet" && hasChanged === undefined ? "slow" : wanted);
  const poll = startPoll(onTime, clock, possible(pace));
  return {
    next: (signal) => box.take(signal),
    add,
    setPace: (wanted) => poll.setPace(possible(wanted)),
    stop() {
      stopMonitor();
      burst.stop();
      poll.stop();
      detector.stop();
    },
  };
}

/** The monitor of a platform as a real program. */
export function platformMonitor(platform: Platform, clock: Clock): StartMonitor {
  return (events) => keepMonitor(platform.monitor, events, clock);
}

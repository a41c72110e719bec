import { setMaxListeners } from "node:events";
import type { Capture } from "../../shared/capture/capture.ts";
import { joinSources, platformMonitor } from "./changes.ts";
import type { ChangeSources, JoinedSources } from "./changes.ts";
import { systemClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { darwinPlatform } from "./darwin.ts";
import type { DebounceTimes } from "./debounce.ts";
import type { Hint, HintReason } from "./hint.ts";
import { linuxPlatform } from "./linux.ts";
import type { Platform } from "./platform.ts";
import type { Pace } from "./poll.ts";
import { readSensors } from "./sensor.ts";

/** Looks at the machine. It reads and listens, and never changes anything. */
export interface Observer {
  /** Reads everything now. Rejects only with the signal's reason; what cannot be read is unread with its reason. */
  capture(signal?: AbortSignal): Promise<Capture>;
  /**
   * Hints that it is worth to look again, until the signal aborts; all that it started has ended then. Hints that come
   * while the reader is busy become one.
   */
  changes(signal: AbortSignal): AsyncIterable<Hint>;
  /**
   * How often to hint without a report: every 30 s (`slow`, from the start), every second (`fast`), never (`paused`), or every
   * 120 s if there is a reason that needs no program to be seen (`quiet`; where that cannot be told, as if it were `slow`).
   */
  setPace(pace: Pace): void;
  /** Adds a hint from outside, e.g. `woke` when the desktop reports that the machine is awake again. */
  hint(reason: HintReason): void;
}

export interface ObserverOptions {
  /** What to look at and how; this machine when left out. */
  readonly platform?: Platform;
  readonly clock?: Clock;
  /** Milliseconds; 150 of quiet and at most 1,000 when left out. */
  readonly debounce?: DebounceTimes;
  /** Replaces the platform's monitor program. */
  readonly startMonitor?: ChangeSources["startMonitor"];
}

const DEBOUNCE: DebounceTimes = { quiet: 150, longest: 1_000 };

/** The platform of this machine. Throws for a system that Holdfast does not know. */
function thisPlatform(): Platform {
  if (process.platform === "darwin") return darwinPlatform();
  if (process.platform === "linux") return linuxPlatform();
  throw new Error(`Holdfast does not know ${process.platform}`);
}

/** An observer of this machine, or of what the options name. */
export function createObserver(options: ObserverOptions = {}): Observer {
  const { platform = thisPlatform(), clock = systemClock, debounce = DEBOUNCE } = options;
  const startMonitor = options.startMonitor ?? platformMonitor(platform, clock);
  const running = new Set<JoinedSources>();
  let pace: Pace = "slow";
  return {
    capture: (signal) => capture(platform, clock, signal),
    async *changes(signal) {
      const sources = joinSources(
        { startMonitor, isNews: platform.isNews, glimpse: platform.glimpse, clock, debounce },
        pace,
      );
      running.add(sources);
      try {
        for (let hint = await sources.next(signal); hint !== null; hint = await sources.next(signal)) yield hint;
      } finally {
        running.delete(sources);
        sources.stop();
      }
    },
    setPace(wanted) {
      pace = wanted;
      for (const sources of running) sources.setPace(wanted);
    },
    hint(reason) {
      for (const sources of running) sources.add(reason);
    },
  };
}

async function capture(platform: Platform, clock: Clock, signal: AbortSignal | undefined): Promise<Capture> {
  signal?.throwIfAborted();
  // A capture of macOS is some twenty programs at once, each of which listens to the signal; that is no leak.
  if (signal !== undefined) setMaxListeners(0, signal);
  const takenAt = new Date(clock.now()).toISOString();
  const [osVersion, files] = await Promise.all([platform.osVersion(signal), readSensors(platform.sensors(), signal)]);
  signal?.throwIfAborted();
  return { os: platform.os, osVersion, takenAt, files };
}

import type { Clock } from "../../observe/clock.ts";
import type { ModelStore } from "../model.ts";
import { hasFeed } from "./updates.ts";

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
/** What a computer has to do when it was just started or woken comes first. */
const SETTLED = 10 * MINUTE;
/** After a try that did not work, without a network, say. */
const AFTER_A_TRY = 6 * 60 * MINUTE;

/** What checking by itself needs. */
export interface WeeklyParts {
  readonly model: ModelStore;
  /** When a feed answered last, in milliseconds since 1970; null when none ever did or it is not known. */
  checkedAt(): number | null;
  /** Asks the feed. Does not fail. */
  check(): Promise<void>;
  readonly clock: Clock;
}

/** Asks the feed once a week, if and as long as the user wants that. Where nobody does, there is not even a timer. */
export interface WeeklyCheck {
  /** The computer slept, and timers did too. */
  wake(): void;
  stop(): void;
}

/** How many milliseconds to wait before the next check. A clock that was put back since makes it due. */
export function pauseBefore(checkedAt: number | null, triedAt: number | null, now: number): number {
  const isDueAt = checkedAt === null || checkedAt > now ? now : checkedAt + WEEK;
  const mayTryAt = triedAt === null || triedAt > now ? now : triedAt + AFTER_A_TRY;
  return Math.max(SETTLED, isDueAt - now, mayTryAt - now);
}

/** Follows what the user chooses in the settings. */
export function checkWeekly({ model, checkedAt, check, clock }: WeeklyParts): WeeklyCheck {
  let triedAt: number | null = null;
  let cancel: () => void = () => undefined;
  const plan = () => {
    cancel();
    cancel = () => undefined;
    const { settings, updates } = model.getState();
    if (!settings.checkForUpdates || !hasFeed(updates)) return;
    cancel = clock.after(pauseBefore(checkedAt(), triedAt, clock.now()), () => {
      triedAt = clock.now();
      void check().finally(plan);
    });
  };
  const unfollow = model.subscribe(({ settings }, before) => {
    if (settings.checkForUpdates !== before.settings.checkForUpdates) plan();
  });
  plan();
  return {
    wake: plan,
    stop() {
      unfollow();
      cancel();
    },
  };
}

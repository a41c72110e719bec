import type { Clock } from "../../observe/clock.ts";

/** A page that nobody has seen for this time is thrown away; milliseconds. Who looks again and again never waits for it. */
export const UNSEEN_FOR = 5 * 60_000;
/** The same for one in which something was begun: who went to do what it says comes back to it. */
export const UNFINISHED_FOR = 60 * 60_000;

/** What decides whether a hidden page is thrown away. */
export interface UnseenParts {
  readonly clock: Clock;
  /** Somebody sees it, or it waits for somebody's answer elsewhere. */
  isInUse(): boolean;
  /** Something in it would be lost. */
  isUnfinished(): boolean;
  throwAway(): void;
}

/** Throws a page away some time after `begin`, which is called when it was hidden, unless `stop` comes before. */
export function throwAwayUnseen({ clock, isInUse, isUnfinished, throwAway }: UnseenParts): {
  begin(): void;
  stop(): void;
} {
  let cancel: (() => void) | null = null;
  const stop = () => cancel?.();
  const wait = (unseen: number) => {
    stop();
    cancel = clock.after(UNSEEN_FOR, () => {
      if (isInUse()) return wait(0);
      const now = unseen + UNSEEN_FOR;
      if (isUnfinished() && now < UNFINISHED_FOR) return wait(now);
      throwAway();
    });
  };
  return { begin: () => wait(0), stop };
}

import type { Clock } from "../clock.ts";

/** Writes come at most this often, in milliseconds: a network that changes does so many times in a second. */
const PAUSE = 3_000;

/** Something that is kept on disk when it has changed, but not at once. */
export interface LateKeeper {
  /** It has changed: it is kept within three seconds. */
  soon(): void;
  /** Keeps what has changed since, now; called before the program ends. */
  now(): void;
}

/** `keep` is called for a change or for many, and must not throw. */
export function keepLater(keep: () => void, clock: Clock): LateKeeper {
  let cancel: (() => void) | null = null;
  const keepNow = () => {
    cancel = null;
    keep();
  };
  return {
    soon() {
      cancel ??= clock.after(PAUSE, keepNow);
    },
    now() {
      if (cancel === null) return;
      cancel();
      keepNow();
    },
  };
}

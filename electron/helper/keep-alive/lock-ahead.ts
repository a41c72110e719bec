import type { Host } from "../host.ts";

/** The machine-wide lock, taken before it is known whether it is needed: that takes as long as a look. */
export interface LockAhead {
  /** Begins to take the lock, unless that was begun. */
  begin(): void;
  /** Lets go of what was begun and not used. */
  drop(): Promise<void>;
  /** As {@link Host.lock}: gives what was begun, or begins now. */
  lock: Host["lock"];
}

/** The lock of a host. While it is held nothing is begun: what the holder changes is news to itself alone. */
export function lockAhead(host: Host): LockAhead {
  let begun: Promise<() => void> | null = null;
  let isHeld = false;
  const take = async () => {
    const taken = begun ?? host.lock();
    begun = null;
    const release = await taken;
    isHeld = true;
    return () => {
      isHeld = false;
      release();
    };
  };
  return {
    begin() {
      if (begun !== null || isHeld) return;
      const taking = host.lock();
      begun = taking;
      // A refusal is for whoever asks for the lock, not for the one who only began: who asks then, begins anew.
      taking.catch(() => {
        if (begun === taking) begun = null;
      });
    },
    async drop() {
      if (begun === null) return;
      const release = await take().catch(() => () => undefined);
      release();
    },
    lock: take,
  };
}

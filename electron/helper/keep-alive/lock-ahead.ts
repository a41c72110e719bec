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

/** The lock of a host. */
export function lockAhead(host: Host): LockAhead {
  let begun: Promise<() => void> | null = null;
  const take = () => {
    const taken = begun ?? host.lock();
    begun = null;
    return taken;
  };
  return {
    begin() {
      if (begun !== null) return;
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

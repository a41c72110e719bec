import type { Facts } from "../health/facts.ts";

/** One quick look at the machine. Times are milliseconds of one clock that never goes back. */
export interface KeepAliveLook {
  readonly facts: Facts;
  /** Packets that came out of each interface so far; of an interface that is not named it cannot be read. */
  readonly received: ReadonlyMap<string, number>;
  /** When the first thing happened that led to this look; `now` when nothing did. */
  readonly since: number;
  readonly now: number;
}

import type { Clock } from "../../electron/observe/clock.ts";

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** A clock that only moves when a test moves it. */
export class FakeClock implements Clock {
  #uptime = 0;
  #wallClock = Date.UTC(2026, 0, 1);
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#wallClock;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { due: this.#uptime + milliseconds, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** How many timers wait. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Lets time pass; timers that come due are called in their order, also those that they set. */
  advance(milliseconds: number): void {
    const end = this.#uptime + milliseconds;
    for (let next = this.#nextBefore(end); next !== null; next = this.#nextBefore(end)) {
      this.#moveTo(next.due);
      this.#timers.delete(next);
      next.callback();
    }
    this.#moveTo(end);
  }

  /** The machine sleeps: the wall clock goes on, the timers stand still. */
  sleep(milliseconds: number): void {
    this.#wallClock += milliseconds;
  }

  #nextBefore(end: number): Timer | null {
    const due = [...this.#timers].filter((timer) => timer.due <= end);
    return due.toSorted((a, b) => a.due - b.due)[0] ?? null;
  }

  #moveTo(uptime: number): void {
    this.#wallClock += uptime - this.#uptime;
    this.#uptime = uptime;
  }
}

import { Worker } from "node:worker_threads";
import { systemClock } from "../../observe/clock.ts";
import type { Clock } from "../../observe/clock.ts";
import type { Result } from "../../../shared/contract/result.ts";
import type { Lookout, Seen } from "./lookout.ts";
import type { LookoutStart, Order, Report } from "./lookout-messages.ts";

/** After this time a thread that ended by itself is started again; milliseconds. */
const AGAIN_AFTER = 30_000;
/** A thread that needs more is ended, and not the app; MB. A million routes take half of it. */
const MOST_MEMORY = 3_072;
/** A thread that was told to stop and goes on for this time, as in the middle of a huge table, is broken off; milliseconds. */
const STOPS_WITHIN = 3_000;

/** What is needed to keep a lookout in a thread of its own. */
export interface LookoutThread {
  /** Path of its program. */
  readonly program: string;
  /** What a thread begins with; asked anew for each. */
  start(): LookoutStart;
  onSeen(seen: Seen): void;
  /** Is given what fails, also that the thread ended. */
  onError(error: unknown): void;
  readonly clock?: Clock;
}

/** A lookout in a thread of its own. */
export interface ThreadedLookout extends Omit<Lookout, "stop"> {
  /**
   * Settles when the thread has ended, and with it every program that it runs. Who ends the app before leaves `ip monitor`
   * behind, with a copy of every descriptor that Chromium did not mark as its own.
   */
  stop(): Promise<void>;
}

type Waiting = { resolve(result: Result<unknown>): void; reject(error: unknown): void };

/** Starts a lookout in a thread of its own, and again when it ends by itself: after a while, or when it is asked. */
export function startLookout({ program, start, onSeen, onError, clock = systemClock }: LookoutThread): ThreadedLookout {
  const waiting = new Map<number, Waiting>();
  let nextId = 0;
  let stopped = false;
  let cancelRestart: (() => void) | null = null;
  let worker: Worker | null = startThread();

  function startThread(): Worker {
    const thread = new Worker(program, {
      workerData: start(),
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    thread.on("message", hear);
    thread.on("error", onError);
    thread.once("exit", () => {
      for (const { reject } of waiting.values()) reject(new Error("the lookout's thread ended"));
      waiting.clear();
      worker = null;
      if (!stopped) cancelRestart = clock.after(AGAIN_AFTER, () => void running());
    });
    return thread;
  }

  function running(): Worker {
    cancelRestart?.();
    worker ??= startThread();
    return worker;
  }

  function hear(report: Report): void {
    // Whoever it was for is about to end.
    if (report.tell === "seen") return stopped ? undefined : onSeen(report.seen);
    if (report.tell === "mistake") return onError(report.error);
    const asked = waiting.get(report.id);
    waiting.delete(report.id);
    if (report.tell === "done") asked?.resolve(report.result);
    else asked?.reject(report.error);
  }

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not to a window
  const send = (to: Worker | null, order: Order) => to?.postMessage(order);
  const request = (orderOf: (id: number) => Order) =>
    new Promise<Result<unknown>>((resolve, reject) => {
      if (stopped) return reject(new Error("the lookout has been stopped"));
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      send(running(), orderOf(id));
    });

  return {
    lookNow: () => request((id) => ({ do: "look", id })).then(() => undefined),
    // The thread answers with what belongs to the name (questions.ts); messages carry no types.
    ask: (name, given) => request((id) => ({ do: "answer", id, name, given }) as Order) as ReturnType<Lookout["ask"]>,
    redacted: () => request((id) => ({ do: "redacted", id })) as ReturnType<Lookout["redacted"]>,
    sleep: () => send(worker, { do: "sleep" }),
    wake: () => send(worker, { do: "wake" }),
    learn: (history) => send(worker, { do: "learn", history }),
    async stop() {
      stopped = true;
      cancelRestart?.();
      const thread = worker;
      if (thread === null) return;
      const ended = new Promise((resolve) => thread.once("exit", resolve));
      const cancelBreak = clock.after(STOPS_WITHIN, () => void thread.terminate());
      send(thread, { do: "stop" });
      await ended;
      cancelBreak();
    },
  };
}

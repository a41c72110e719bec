import { Worker } from "node:worker_threads";
import type { Result } from "../../../shared/contract/result.ts";
import type { Lookout, Seen } from "./lookout.ts";
import type { LookoutStart, Order, Report } from "./lookout-messages.ts";

/** After this time a thread that ended by itself is started again; milliseconds. */
const AGAIN_AFTER = 30_000;
/** A thread that needs more is ended, and not the app; MB. A million routes take half of it. */
const MOST_MEMORY = 3_072;

/** What is needed to keep a lookout in a thread of its own. */
export interface LookoutThread {
  /** Path of its program. */
  readonly program: string;
  /** What a thread begins with; asked anew for each. */
  start(): LookoutStart;
  onSeen(seen: Seen): void;
  /** Is given what fails, also that the thread ended. */
  onError(error: unknown): void;
}

type Waiting = { resolve(result: Result<unknown>): void; reject(error: unknown): void };

/** Starts a lookout in a thread of its own, and again when it ends by itself. */
export function startLookout({ program, start, onSeen, onError }: LookoutThread): Lookout {
  const waiting = new Map<number, Waiting>();
  let nextId = 0;
  let stopped = false;
  let worker = startThread();
  let again: NodeJS.Timeout | undefined;

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
      if (!stopped) again = setTimeout(() => (worker = startThread()), AGAIN_AFTER);
    });
    return thread;
  }

  function hear(report: Report): void {
    if (report.tell === "seen") return onSeen(report.seen);
    if (report.tell === "mistake") return onError(report.error);
    const asked = waiting.get(report.id);
    waiting.delete(report.id);
    if (report.tell === "done") asked?.resolve(report.result);
    else asked?.reject(report.error);
  }

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not to a window
  const send = (order: Order) => worker.postMessage(order);
  const request = (orderOf: (id: number) => Order) =>
    new Promise<Result<unknown>>((resolve, reject) => {
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      send(orderOf(id));
    });

  return {
    lookNow: () => request((id) => ({ do: "look", id })).then(() => undefined),
    // The thread answers with what belongs to the name (questions.ts); messages carry no types.
    ask: (name, given) => request((id) => ({ do: "answer", id, name, given }) as Order) as ReturnType<Lookout["ask"]>,
    sleep: () => send({ do: "sleep" }),
    wake: () => send({ do: "wake" }),
    learn: (history) => send({ do: "learn", history }),
    stop() {
      stopped = true;
      clearTimeout(again);
      send({ do: "stop" });
    },
  };
}

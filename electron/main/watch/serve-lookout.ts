import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { entryIds } from "../../observe/kept/entry-ids.ts";
import type { Observer } from "../../observe/observer.ts";
import { DONE } from "../../../shared/contract/result.ts";
import type { Result } from "../../../shared/contract/result.ts";
import { createLookout } from "./lookout.ts";
import type { LookoutStart, Order, Report } from "./lookout-messages.ts";

/** Keeps a lookout in this thread, which {@link LookoutStart} was given to, and does what the main thread orders. */
export function serveLookout(observer: Observer): void {
  const { history, boot }: LookoutStart = workerData;
  const lookout = createLookout({
    observer,
    identity: { ruleset: __RULESET__, boot, sha256: (text) => createHash("sha256").update(text).digest("hex") },
    history,
    nextId: entryIds(),
    onSeen: (seen) => tell({ tell: "seen", seen }),
    onError: (error) => tell({ tell: "mistake", error }),
  });
  parentPort?.on("message", (order: Order) => {
    switch (order.do) {
      case "look":
        return settle(
          order.id,
          lookout.lookNow().then(() => DONE),
        );
      case "answer":
        return settle(order.id, lookout.ask(order.name, order.given));
      case "redacted":
        return settle(order.id, lookout.redacted());
      case "learn":
        return lookout.learn(order.history);
      case "sleep":
        return lookout.sleep();
      case "wake":
        return lookout.wake();
      case "stop":
        lookout.stop();
        parentPort?.close();
    }
  });
}

function settle(id: number, work: Promise<Result<unknown>>): void {
  work.then(
    (result) => tell({ tell: "done", id, result }),
    (error: unknown) => tell({ tell: "failed", id, error }),
  );
}

function tell(report: Report): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not to a window
  parentPort?.postMessage(report);
}

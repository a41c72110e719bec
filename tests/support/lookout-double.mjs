import { parentPort, workerData } from "node:worker_threads";

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- to a thread, not to a window
const tell = (/** @type {unknown} */ report) => parentPort?.postMessage(report);

// Speaks as the lookout's thread does: tells what it was started with, answers with what it was given, and ends on `sleep`.
parentPort?.on("message", (order) => {
  if (order.do === "sleep") throw new Error("the thread broke");
  if (order.do === "stop") {
    tell({ tell: "seen", seen: workerData });
    tell({ tell: "mistake", error: "the thread's last word" });
    parentPort?.close();
  }
  if (order.do === "learn") tell({ tell: "mistake", error: order.history });
  if (order.do === "look") {
    tell({ tell: "seen", seen: workerData });
    tell({ tell: "done", id: order.id, result: { ok: true, value: null } });
  }
  // As long as the table of the whole internet takes.
  while (order.given === "for ever");
  // The first question is answered last.
  if (order.do === "answer") {
    const answer = { tell: "done", id: order.id, result: { ok: true, value: order.given } };
    setTimeout(() => tell(answer), order.given === "first" ? 50 : 0);
  }
});

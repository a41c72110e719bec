import type { Readable, Writable } from "node:stream";
import { HELPER_LIMITS } from "../../shared/contract/helper-limits.ts";
import { splitLines } from "./line-splitter.ts";
import type { Connection, Incoming } from "./serve.ts";

/**
 * A connection over two streams. `next` waits no longer than the limits allow: for the first line, between two lines,
 * for the whole life; each then gives `timeout`. `end` (a signal) ends it as if the client had. `onHold` is called when it
 * is held open from then on.
 */
export function standardConnection(
  input: Readable,
  output: Writable,
  end: AbortSignal,
  onHold: () => void = () => undefined,
): Connection {
  const born = performance.now();
  const chunks = input[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const lines = splitLines(chunks);
  let isFirst = true;
  return {
    async next() {
      const allowed = isFirst ? HELPER_LIMITS.firstLineMilliseconds : HELPER_LIMITS.idleMilliseconds;
      isFirst = false;
      const left = HELPER_LIMITS.lifeMilliseconds - (performance.now() - born);
      return firstOf(lines.next(), Math.min(allowed, left), end);
    },
    send: (line) =>
      new Promise((sent) => {
        // A client that is gone makes no difference to what is done: it is in the journal.
        output.write(`${line}\n`, () => sent());
      }),
    async hold() {
      onHold();
      await firstOf(lines.next(), null, end);
    },
  };
}

function firstOf(line: Promise<Incoming>, milliseconds: number | null, end: AbortSignal): Promise<Incoming> {
  return new Promise((settle, refuse) => {
    const finish = (incoming: Incoming) => {
      if (timer !== null) clearTimeout(timer);
      end.removeEventListener("abort", onEnd);
      settle(incoming);
    };
    const onEnd = () => finish({ kind: "end" });
    // What has come in is read first: on a busy machine this process may be what was late.
    const late = () => setImmediate(() => finish({ kind: "refused", err: "timeout" }));
    const timer = milliseconds === null ? null : setTimeout(late, Math.max(0, milliseconds));
    end.addEventListener("abort", onEnd, { once: true });
    if (end.aborted) onEnd();
    line.then(finish, refuse);
  });
}

import { HELPER_LIMITS } from "../../shared/contract/helper-limits.ts";
import type { Incoming } from "./serve.ts";

const LINE_FEED = 0x0a;

/** Gives the lines of a stream of chunks one by one. */
export interface Lines {
  /** The next line without its line feed; `end` after the last whole one: a line that was never finished was never sent. */
  next(): Promise<Incoming>;
}

/** Splits chunks into lines. A line of more than 72 KiB is `too_large` before it is whole, one that is no UTF-8 is `bad_utf8`. */
export function splitLines(chunks: AsyncIterator<Buffer>): Lines {
  let pending = Buffer.alloc(0);
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return {
    async next() {
      for (;;) {
        const feed = pending.indexOf(LINE_FEED);
        if ((feed < 0 ? pending.length : feed) > HELPER_LIMITS.longRequestBytes) {
          return { kind: "refused", err: "too_large" };
        }
        if (feed >= 0) {
          const line = pending.subarray(0, feed);
          pending = pending.subarray(feed + 1);
          return decode(line, decoder);
        }
        const chunk = await chunks.next();
        if (chunk.done === true) return { kind: "end" };
        pending = Buffer.concat([pending, chunk.value]);
      }
    },
  };
}

function decode(line: Buffer, decoder: TextDecoder): Incoming {
  try {
    return { kind: "line", text: decoder.decode(line) };
  } catch {
    // The decoder's own words are of no use to a client.
    return { kind: "refused", err: "bad_utf8" };
  }
}

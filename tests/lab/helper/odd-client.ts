import { Readable } from "node:stream";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { HELPER_LIMITS } from "../../../shared/contract/helper-limits.ts";
import { anyLine, TOLD_NOTHING } from "../../support/helper/odd-lines.ts";
import type { Next } from "../../support/helper/odd-lines.ts";

/** What a client sends, and how it takes its leave. */
export interface OddClient {
  readonly kind: string;
  readonly bytes: Buffer;
  readonly leaves: boolean;
  /** How long the helper may then still wait for it, in milliseconds. */
  readonly patience: number;
}

const { longRequestBytes, firstLineMilliseconds, idleMilliseconds } = HELPER_LIMITS;
const TEN_MEBIBYTES = 10 * 1024 * 1024;

/** A client that a helper must survive: one in fifty stays silent, most of them send lines and close their side. */
export function oddClient(next: Next): OddClient {
  const leaving = (kind: string, bytes: Buffer) => ({ kind, bytes, leaves: true, patience: 0 });
  const staying = (kind: string, bytes: Buffer, patience: number) => ({ kind, bytes, leaves: false, patience });
  const kind = next(100);
  if (kind < 2)
    return staying("half a line", Buffer.from(anyLine(next, TOLD_NOTHING).replaceAll("\n", "")), firstLineMilliseconds);
  if (kind < 3) {
    const line = `${anyLine(next, TOLD_NOTHING)}\n`;
    // Whoever is kept alive may stay for as long as they like.
    const mayStay = line.includes('"keep-alive"');
    return mayStay
      ? leaving("keep-alive", Buffer.from(line))
      : staying("one line", Buffer.from(line), idleMilliseconds);
  }
  if (kind < 5) return leaving("10 MiB in one line", Buffer.alloc(TEN_MEBIBYTES, "a"));
  if (kind < 12) return leaving("a line of 72 KiB", longLine(longRequestBytes - 2 + next(5)));
  if (kind < 17) return leaving("nothing", Buffer.alloc(0));
  if (kind < 22) return leaving("zeros", Buffer.alloc(next(5_000)));
  if (kind < 40) return leaving("bytes", Buffer.from(Array.from({ length: next(3_000) }, () => next(256))));
  const lines = Array.from({ length: 1 + next(20) }, () => `${anyLine(next, TOLD_NOTHING)}\n`);
  return leaving("lines", Buffer.from(lines.join("")));
}

function longLine(length: number): Buffer {
  const [head, tail] = ['{"v":1,"id":0,"op":"hello","x":"', '"}\n'];
  return Buffer.from(head + "x".repeat(length - head.length - tail.length) + tail);
}

/** Sends the bytes in pieces of any size and gives when the last one was out, by `performance.now`. */
export async function send({ bytes, leaves }: OddClient, input: Writable, next: Next): Promise<number> {
  const pieces: Buffer[] = [];
  const largest = 1 + Math.floor(bytes.length / 1_000) + next(bytes.length + 1);
  for (let at = 0; at < bytes.length;) {
    const piece = bytes.subarray(at, at + 1 + next(largest));
    pieces.push(piece);
    at += piece.length;
  }
  // The helper may end while it is still spoken to.
  await pipeline(Readable.from(pieces), input, { end: leaves }).catch(() => undefined);
  return performance.now();
}

import { createHash } from "node:crypto";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** How a download went. */
export interface Download {
  readonly bytes: number;
  readonly sha256: string;
}

const CHUNK_BYTES = 16 * 1024;

/** Bytes that everybody who knows the place of each can make. */
function chunkAt(start: number): Buffer {
  return Buffer.from(Array.from({ length: CHUNK_BYTES }, (_, index) => ((start + index) * 2_654_435_761) >>> 24));
}

/** The sum of the whole file of so many chunks. */
export function sumOf(chunks: number): string {
  const hash = createHash("sha256");
  for (let chunk = 0; chunk < chunks; chunk++) hash.update(chunkAt(chunk * CHUNK_BYTES));
  return hash.digest("hex");
}

/** Serves the file to whoever connects, one chunk after the other with a pause between; says "ready" when it listens. */
export async function serveFile(host: string, port: number, chunks: number, pauseMs: number): Promise<void> {
  const server = createServer((socket) => {
    const send = async () => {
      for (let chunk = 0; chunk < chunks; chunk++) {
        if (!socket.write(chunkAt(chunk * CHUNK_BYTES))) await once(socket, "drain");
        await pause(pauseMs);
      }
      socket.end();
    };
    send().catch((error: unknown) => socket.destroy(error instanceof Error ? error : new Error(String(error))));
    socket.on("error", (error) => console.error(String(error)));
  });
  server.listen(port, host, () => console.log("ready"));
  await once(server, "close");
}

/** Reads the file to its end over one connection. Rejects when the connection breaks. */
export async function fetchFile(host: string, port: number): Promise<Download> {
  const hash = createHash("sha256");
  let bytes = 0;
  const socket = connect(port, host);
  for await (const part of socket) {
    hash.update(part);
    bytes += part.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

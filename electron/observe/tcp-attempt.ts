import { connect } from "node:net";
import type { Attempt } from "../../shared/preflight/compare-probe.ts";

/** Milliseconds. Longer than Linux looks for a silent router (3 s), far shorter than TCP gives up. */
const LONGEST_TRY = 5_000;

/** Tries one TCP connect and ends it at once. Nothing is sent over the connection. Never throws for a failed connect. */
export function tryConnect(address: string, port: number, limit: number = LONGEST_TRY): Promise<Attempt> {
  const began = performance.now();
  return new Promise((resolve) => {
    const socket = connect({ host: address, port });
    const end = (result: Attempt["result"], errno: string | null) => {
      clearTimeout(timer);
      const source = socket.localAddress ?? null;
      socket.destroy();
      resolve({ address, result, errno, milliseconds: Math.round(performance.now() - began), source });
    };
    const timer = setTimeout(() => end("timed-out", null), limit);
    socket.once("connect", () => end("connected", null));
    socket.once("error", (error: NodeJS.ErrnoException) => end(resultOf(error.code), error.code ?? null));
  });
}

function resultOf(code: string | undefined): Attempt["result"] {
  if (code === "ECONNREFUSED") return "refused";
  return code === "ETIMEDOUT" ? "timed-out" : "failed";
}

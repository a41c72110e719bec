import { connect } from "node:net";
import { linesOf } from "./helper-lines.ts";
import type { HelperEnd, HelperLines } from "./helper-lines.ts";

const CLOSE_MILLISECONDS = 2_000;

/**
 * Speaks with the helper that the service manager starts for this connection. That nobody listens, or that this user may
 * not connect, is said as the end of the helper, in its `errors`.
 */
export function connectSocket(path: string): HelperLines {
  const socket = connect({ path, allowHalfOpen: true });
  let errors = "";
  socket.on("error", (error) => (errors = String(error)));
  const ended = new Promise<HelperEnd>((settle) => socket.on("close", () => settle({ status: null, errors })));
  // The helper has ended when it says nothing more.
  socket.on("end", () => socket.end());
  return {
    send: (line) => void socket.write(`${line}\n`),
    next: linesOf(socket, ended),
    async close() {
      socket.end();
      const timer = setTimeout(() => socket.destroy(), CLOSE_MILLISECONDS);
      await ended;
      clearTimeout(timer);
    },
  };
}

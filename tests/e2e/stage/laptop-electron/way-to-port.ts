import { spawn } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

const OTHER_END = fileURLToPath(new URL("other-end.mjs", import.meta.url));

/** A port of this machine's 127.0.0.1 that leads to one on another network. */
export type WayToPort = {
  readonly port: number;
  /** Lets nobody in any more; who is connected stays so until the other end closes. */
  close(): void;
};

/**
 * Opens a way to a port of the 127.0.0.1 of another network, which is not this one's.
 * @param enter words to put before an absolute program path to start it there
 */
export function openWayTo(port: number, enter: readonly string[]): Promise<WayToPort> {
  const [program = process.execPath, ...words] = [...enter, process.execPath, OTHER_END, String(port)];
  const server = createServer((socket) => {
    const way = spawn(program, words, { stdio: ["pipe", "pipe", "inherit"] });
    socket.pipe(way.stdin);
    way.stdout.pipe(socket);
    // Either side may close first; the other end of the pipe then reports that it is broken, which is no news.
    for (const end of [socket, way.stdin]) end.on("error", () => way.kill());
    socket.on("close", () => way.kill());
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    // Whoever forgets to close it is not kept from ending.
    server.unref().listen(0, "127.0.0.1", () => {
      // A server that listens on a port has such an address (Node, net.Server.address).
      resolve({ port: (server.address() as AddressInfo).port, close: () => server.close() });
    });
  });
}

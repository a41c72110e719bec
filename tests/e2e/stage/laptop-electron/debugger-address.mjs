// @ts-check
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const ANNOUNCEMENT = /^(Debugger|DevTools) listening on ws:\/\/127\.0\.0\.1:(\d+)(\/.*)$/;
const WAY_THERE = fileURLToPath(new URL("way-to-port.mjs", import.meta.url));

/**
 * Electron says on stderr where its debuggers listen, and Playwright connects there. Electron's 127.0.0.1 is another
 * network's, so a port is opened on this one which leads to it.
 * @param {string} line of Electron's stderr
 * @param {readonly string[]} enter words to put before a program to start it on Electron's network
 * @returns {Promise<string>} the line, with the port on this network if it names one
 */
export async function reachableAddress(line, enter) {
  const [, who, port, path] = ANNOUNCEMENT.exec(line) ?? [];
  if (port === undefined) return line;
  return `${who} listening on ws://127.0.0.1:${await openWayTo(port, enter)}${path}`;
}

/**
 * @param {string} port on Electron's network
 * @param {readonly string[]} enter
 * @returns {Promise<number>} a port on this network; closed when this process ends
 */
function openWayTo(port, enter) {
  const server = createServer((socket) => {
    const [program = process.execPath, ...words] = [...enter, process.execPath, WAY_THERE, port];
    const way = spawn(program, words, { stdio: ["pipe", "pipe", "inherit"] });
    socket.pipe(way.stdin);
    way.stdout.pipe(socket);
    // Either side may close first; the other end of the pipe then reports that it is broken, which is no news.
    for (const end of [socket, way.stdin]) end.on("error", () => way.kill());
    socket.on("close", () => way.kill());
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(/** @type {import("node:net").AddressInfo} */ (server.address()).port));
  });
}

// @ts-check
import { connect } from "node:net";

// Connects to a Unix socket and tells what came back: `socket-client.mjs JSON`. All connections are begun at once; each
// sends its text, if any, and ends its side after so many lines of answers; without a number it waits for the other side. Prints one JSON array with an entry for each.

/** @typedef {{ text: string, error: string | null, firstAnswer: number | null, milliseconds: number }} Outcome */

/** @type {{ socket: string, connections: number, text: string, lines: number | null }} */
const { socket: path, connections, text, lines } = JSON.parse(process.argv[2] ?? "");

/** @returns {Promise<Outcome>} */
function talk() {
  return new Promise((settle) => {
    const begun = performance.now();
    /** @type {number | null} */
    let firstAnswer = null;
    let received = "";
    /** @type {string | null} */
    let error = null;
    const socket = connect({ path, allowHalfOpen: true });
    socket.setEncoding("utf8");
    const endWhenEnough = () => {
      if (lines !== null && received.split("\n").length > lines) socket.end();
    };
    socket.on("data", (part) => {
      firstAnswer ??= performance.now() - begun;
      received += part;
      endWhenEnough();
    });
    socket.on("error", (problem) => (error = "code" in problem ? String(problem.code) : problem.message));
    socket.on("end", () => socket.end());
    socket.on("close", () => settle({ text: received, error, firstAnswer, milliseconds: performance.now() - begun }));
    if (text !== "") socket.write(text);
    endWhenEnough();
  });
}

const outcomes = await Promise.all(Array.from({ length: connections }, talk));
process.stdout.write(JSON.stringify(outcomes));

// @ts-check
import { text } from "node:stream/consumers";
import { ended, startInOwnGroup } from "./children.mjs";

/** So long a server may take to start; milliseconds. */
const patience = 10_000;

/**
 * Starts a server that chooses its own free address and tells it on file descriptor 3, so that there is no guessing
 * and no race.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<string | undefined>} what it told; nothing when it did not start
 */
export async function startServer(program, args) {
  const server = startInOwnGroup(program, args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const told = /** @type {import("node:stream").Readable} */ (server.stdio[3]);
  const answer = await Promise.race([text(told), ended(server).then(() => ""), timeOut()]);
  return answer.trim() || undefined;
}

/** @returns {Promise<string>} */
const timeOut = () => new Promise((resolve) => setTimeout(resolve, patience, "").unref());

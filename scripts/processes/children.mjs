// @ts-check
import { spawn } from "node:child_process";

/** Everything that was started and still runs. */
const running = new Set();

/** How long a child may take to end before it is killed; milliseconds. */
const patience = 4_000;

/**
 * Starts a program in a process group of its own, so that it can be ended together with what it starts,
 * and so that Ctrl-C reaches only us: we end things in order.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 */
export function startInOwnGroup(program, args, options) {
  const child = spawn(program, args, { ...options, detached: true });
  return remember(child, () => killGroup(child));
}

/**
 * Starts a program that shares our terminal: it may read keys, and Ctrl-C reaches it directly.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 */
export function startInTerminal(program, args, options = {}) {
  const child = spawn(program, args, { ...options, stdio: "inherit" });
  return remember(child, () => child.kill("SIGKILL"));
}

/**
 * Waits until a child has ended. A child that a signal ended counts as exit code 1.
 *
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>} its exit code; rejects when it could not be started
 */
export function ended(child) {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  if (child.signalCode !== null) return Promise.resolve(1);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

let ending = false;

/** Whether we are ending things on purpose: then an exit code says nothing. */
export const isEnding = () => ending;

/**
 * Ends all that still runs, what was started last first: politely, and after a while by force.
 * Resolves when nothing is left.
 */
export async function endAll() {
  ending = true;
  for (const entry of [...running].toReversed()) await end(entry);
}

/** From now on Ctrl-C, a closed terminal or `kill` ends all that was started, and then us. */
export function endAllOnSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, () => {
      void endAll().finally(() => process.exit(signal === "SIGINT" ? 0 : 1));
    });
  }
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {() => void} kill ends it by force
 */
function remember(child, kill) {
  const entry = { child, kill };
  running.add(entry);
  const forget = () => running.delete(entry);
  child.once("exit", forget);
  child.once("error", forget);
  return child;
}

/** @param {{ child: import("node:child_process").ChildProcess, kill: () => void }} entry */
async function end({ child, kill }) {
  const timer = setTimeout(kill, patience);
  child.kill("SIGTERM");
  await ended(child).catch(() => 1);
  clearTimeout(timer);
  // What the child itself had started and left behind.
  kill();
}

/** @param {import("node:child_process").ChildProcess} child the leader of its group */
function killGroup(child) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    // ESRCH: the group has ended in the meantime, which is what we want.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ESRCH") throw error;
  }
}

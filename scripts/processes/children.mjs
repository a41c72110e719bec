// @ts-check
import { spawn } from "node:child_process";
import { setTimeout as after } from "node:timers/promises";

/** Everything that was started and still runs. */
const running = new Set();

/** How long a child may take to end before it is killed; milliseconds. */
const patience = 4_000;

/** How long what a child had started may outlive it; milliseconds. */
const lastWords = 500;

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
  return remember(child, (signal) => signalGroup(child, signal));
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
  return remember(child, (signal) => child.kill(signal));
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
 * @typedef {(signal: NodeJS.Signals | 0) => boolean} Signal sends a signal, and tells whether anybody was there
 * @param {import("node:child_process").ChildProcess} child
 * @param {Signal} signal
 */
function remember(child, signal) {
  const entry = { child, signal };
  running.add(entry);
  const forget = () => running.delete(entry);
  child.once("exit", forget);
  child.once("error", forget);
  return child;
}

/** @param {{ child: import("node:child_process").ChildProcess, signal: Signal }} entry */
async function end({ child, signal }) {
  const timer = setTimeout(signal, patience, "SIGKILL");
  child.kill("SIGTERM");
  await ended(child).catch(() => 1);
  clearTimeout(timer);
  // What the child had started usually ends with it, and may have something to write before that.
  const deadline = Date.now() + lastWords;
  while (signal(0) && Date.now() < deadline) await after(20);
  signal("SIGKILL");
}

/**
 * @param {import("node:child_process").ChildProcess} child the leader of its group
 * @param {NodeJS.Signals | 0} signal 0 only asks whether anybody is there
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return false;
  try {
    return process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: the group has ended in the meantime, which is what we want.
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ESRCH") return false;
    throw error;
  }
}

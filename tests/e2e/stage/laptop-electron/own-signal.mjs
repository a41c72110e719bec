// @ts-check
import { readFileSync, statSync } from "node:fs";

/**
 * Sends a signal to Electron itself. Where a process namespace is entered, `nsenter` stays as Electron's parent and passes
 * nothing on; where none is, it has become Electron.
 * @param {import("node:child_process").ChildProcess} child what was started
 * @param {string} electron absolute path
 * @param {NodeJS.Signals} signal
 */
export function ownSignal(child, electron, signal) {
  const { pid } = child;
  if (pid === undefined) return;
  if (runs(pid, electron)) return void process.kill(pid, signal);
  const inside = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);
  const target = inside.find((id) => runs(id, electron));
  // It has not become Electron yet: ending its parent ends it.
  process.kill(target ?? pid, signal);
}

/**
 * @param {number} pid
 * @param {string} program
 */
function runs(pid, program) {
  const [expected, actual] = [statSync(program), statSync(`/proc/${pid}/exe`, { throwIfNoEntry: false })];
  return actual?.ino === expected.ino && actual.dev === expected.dev;
}

import type { Facts } from "../health/facts.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";
import type { Process } from "../snapshot/process.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";

/** Whether a client's script, or anything else that it started, runs at this moment; where that is not known, it may. */
export function scriptRuns({ snapshot }: Facts, { pid }: { readonly pid: number }): boolean {
  const process = valuesOf(snapshot.processes).find((entry) => entry.pid === pid);
  return process === undefined || hasChildren(process, snapshot);
}

/** Whether a process has children that run, by its own list or by the list of all processes; true when neither is known. */
export function hasChildren({ pid, children }: Process, { processes }: Snapshot): boolean {
  if (children !== null) return children.length > 0;
  return !isComplete(processes) || valuesOf(processes).some((entry) => entry.parentPid === pid && !hasEnded(entry));
}

/** A zombie has no arguments any more: `ps` prints its name in brackets, or `<defunct>`. */
function hasEnded({ arguments: words }: Process): boolean {
  return words.at(-1) === "<defunct>" || (words.length === 1 && /^\(.*\)$/.test(words[0] ?? ""));
}

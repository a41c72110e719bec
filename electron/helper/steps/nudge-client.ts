import { recogniseClients } from "../../../shared/clients/recognise.ts";
import { hasChildren } from "../../../shared/keep-alive/script-runs.ts";
import type { StepOf } from "../../../shared/repair/step-of.ts";
import { valuesOf } from "../../../shared/snapshot/part.ts";
import type { Process } from "../../../shared/snapshot/process.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import type { StepWorker } from "./step-worker.ts";

/** Asks a living openconnect to reconnect: one SIGUSR2, and only when it is certain to be taken as that. */
export const nudgeClient: StepWorker<"nudge-client"> = {
  prepare: () => null,
  async perform(step, { host }) {
    if (!mayBeNudged(step, await host.observe())) return "conflict";
    host.nudge(step.pid);
    return null;
  },
  // A signal leaves no trace in any table.
  isDone: () => false,
  undo: async () => "irreversible",
};

/**
 * Whether this very process is an openconnect in its data phase with no script at work. Before the data phase SIGUSR2
 * ends the client; while a script runs it makes the client lose track of the script (openconnect-facts §1.1).
 */
export function mayBeNudged(step: StepOf<"nudge-client">, snapshot: Snapshot): boolean {
  if (step.startedAt === null) return false;
  const processes = valuesOf(snapshot.processes);
  const process = processes.find((entry) => entry.pid === step.pid);
  if (process === undefined || process.startedAt !== step.startedAt || !isOpenconnect(process)) return false;
  return !hasChildren(process, snapshot) && hasTunnelAddress(step.pid, snapshot);
}

// The executable where the system tells it, since any program can call itself openconnect in its arguments.
function isOpenconnect(process: Process): boolean {
  const path = process.executable ?? process.arguments[0] ?? "";
  return path.slice(path.lastIndexOf("/") + 1) === "openconnect";
}

function hasTunnelAddress(pid: number, snapshot: Snapshot): boolean {
  const client = recogniseClients(snapshot).find((entry) => entry.pid === pid);
  const tunnel = valuesOf(snapshot.interfaces).find((entry) => entry.name === client?.interface);
  return tunnel !== undefined && tunnel.up && tunnel.addresses.length > 0;
}

import { valuesOf } from "../snapshot/part.ts";
import type { Facts } from "./facts.ts";

/** Clients whose network script writes resolver files and state files as vpnc-script does (openconnect-facts §2). */
const WRITERS = new Set(["openconnect", "openconnect-gui", "gpclient", "vpnc"]);

/** Whether some client that uses vpnc-script runs; null when the processes are not fully known. */
export function isScriptWriterAlive(facts: Facts): boolean | null {
  if (facts.clients.some((client) => client.alive && WRITERS.has(client.kind))) return true;
  return facts.processesComplete ? false : null;
}

/** Whether the process is gone for certain; a pid in use by some other program counts as gone for a client's file. */
export function isProcessGone(facts: Facts, pid: number): boolean {
  if (!facts.processesComplete) return false;
  const holder = valuesOf(facts.snapshot.processes).find((process) => process.pid === pid);
  return holder === undefined || !facts.clients.some((client) => client.pid === pid);
}

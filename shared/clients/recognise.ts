import { valuesOf } from "../snapshot/part.ts";
import type { Process } from "../snapshot/process.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { CLIENT_KINDS } from "./client-kinds.ts";
import { runs } from "./client-kind.ts";
import { supervisorOf } from "./supervisor.ts";
import { inferTunnel } from "./tunnel-inference.ts";
import type { ClientKind } from "./client-kind.ts";
import type { VpnClient } from "./vpn-client.ts";

/**
 * The VPN clients among the running processes. Recognised by the base name of the program alone, never by a word in
 * the command line: `vim openconnect.txt` and `sudo openconnect` are not clients (openconnect-facts §4.16).
 */
export function recogniseClients(snapshot: Snapshot): VpnClient[] {
  const clients = valuesOf(snapshot.processes).flatMap((process) => {
    const kind = CLIENT_KINDS.find((entry) => runs(process, entry) && (entry.isMeant?.(process, snapshot) ?? true));
    return kind === undefined ? [] : [clientOf(kind, process, snapshot)];
  });
  return inferTunnel(clients, snapshot).toSorted((a, b) => (a.pid ?? 0) - (b.pid ?? 0));
}

function clientOf(kind: ClientKind, process: Process, snapshot: Snapshot): VpnClient {
  const details = kind.details?.(process, snapshot) ?? {};
  const owned = valuesOf(snapshot.tunnelOwners).find((owner) => owner.pid === process.pid);
  return {
    kind: kind.kind,
    family: details.family ?? kind.family,
    pid: process.pid,
    startedAt: process.startedAt,
    interface: owned?.interface ?? details.interface ?? null,
    server: details.server ?? null,
    serverAddresses: details.serverAddresses ?? [],
    script: details.script ?? null,
    alive: true,
    managedBy: supervisorOf(process, snapshot),
  };
}

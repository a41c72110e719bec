import { canonicalAddress } from "../network/address.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";
import type { Process, Socket } from "../snapshot/process.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { ClientDetails, ClientKind } from "./client-kind.ts";
import { runs } from "./client-kind.ts";
import { readOpenconnectArguments } from "./openconnect-arguments.ts";

/** openconnect: pins a host route to its server by a script and reconnects on SIGUSR2 (openconnect-facts §1, §2). */
export const openconnect: ClientKind = {
  kind: "openconnect",
  family: "pins-host-route",
  executables: ["openconnect"],
  service: false,
  guardsRoutes: false,
  details: openconnectDetails,
};

function openconnectDetails(process: Process, snapshot: Snapshot): Partial<ClientDetails> {
  const given = readOpenconnectArguments(process.arguments);
  const candidates = [
    given.server ?? "",
    ...given.resolved,
    ...serverSockets(process, snapshot).map(({ remoteAddress }) => remoteAddress),
    ...(runsAlone(snapshot) ? namedInLogs(snapshot) : []),
  ];
  const addresses = candidates.flatMap((text) => canonicalAddress(text) ?? []);
  return {
    server: given.server,
    interface: given.interface,
    script: given.script,
    serverAddresses: [...new Set(addresses)].toSorted(),
  };
}

/** Ports of name servers: DNS and DNS over TLS. */
const NAME_SERVICE = new Set([53, 853]);

/**
 * The sockets of an openconnect process that lead to its server (or proxy): it talks to nobody else (TCP for CSTP, UDP for
 * DTLS), but to name servers while it looks that up.
 */
export function serverSockets(process: Process, snapshot: Snapshot): Socket[] {
  return valuesOf(snapshot.sockets).filter(
    (socket) => socket.pid === process.pid && !NAME_SERVICE.has(socket.remotePort),
  );
}

// A log does not say which of several processes wrote it; whether there are several, only the whole list tells.
function runsAlone(snapshot: Snapshot): boolean {
  if (!isComplete(snapshot.processes)) return false;
  return valuesOf(snapshot.processes).filter((process) => runs(process, openconnect)).length === 1;
}

function namedInLogs(snapshot: Snapshot): string[] {
  return valuesOf(snapshot.clientLogs)
    .filter((log) => log.client === "openconnect")
    .flatMap((log) => log.servers);
}

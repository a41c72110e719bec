import { canonicalAddress } from "../network/address.ts";
import { valuesOf } from "../snapshot/part.ts";
import type { Process } from "../snapshot/process.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { ClientDetails, ClientKind } from "./client-kind.ts";
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
    ...socketPeers(process, snapshot),
    ...namedInLogs(snapshot),
  ];
  const addresses = candidates.flatMap((text) => canonicalAddress(text) ?? []);
  return {
    server: given.server,
    interface: given.interface,
    script: given.script,
    serverAddresses: [...new Set(addresses)].toSorted(),
    managedBy: given.script?.includes("nm-openconnect-service") === true ? "NetworkManager" : null,
  };
}

// openconnect talks to nobody but its server (TCP for CSTP, UDP for DTLS).
function socketPeers(process: Process, snapshot: Snapshot): string[] {
  return valuesOf(snapshot.sockets)
    .filter((socket) => socket.pid === process.pid)
    .map((socket) => socket.remoteAddress);
}

function namedInLogs(snapshot: Snapshot): string[] {
  return valuesOf(snapshot.clientLogs)
    .filter((log) => log.client === "openconnect")
    .flatMap((log) => log.servers);
}

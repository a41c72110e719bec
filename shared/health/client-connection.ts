import { readOpenconnectArguments } from "../clients/openconnect-arguments.ts";
import { serverSockets } from "../clients/openconnect.ts";
import type { VpnClient } from "../clients/vpn-client.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";
import type { Process, Socket } from "../snapshot/process.ts";
import type { Facts } from "./facts.ts";

/**
 * What the TCP sockets of an openconnect tell about its connection to its server. `standing`: one is up, named by its own
 * address and port. `calling`: it only calls. `lost`: what it has leaves from an address that this machine has no more,
 * so that nothing can ever come back to it. `none`: it holds its tunnel without any. `unknown`: its sockets do not tell.
 */
export type ClientConnection =
  | { readonly state: "standing"; readonly name: string }
  | { readonly state: "calling"; readonly server: string }
  | { readonly state: "lost"; readonly source: string; readonly server: string }
  | { readonly state: "none" | "unknown" };

/** The connection of an openconnect to its server. lsof and /proc show all sockets of a process or none. */
export function connectionOf(facts: Facts, client: VpnClient): ClientConnection {
  const process = valuesOf(facts.snapshot.processes).find(({ pid }) => pid === client.pid);
  if (client.kind !== "openconnect" || process === undefined) return { state: "unknown" };
  const sockets = serverSockets(process, facts.snapshot)
    .filter(({ transport }) => transport === "tcp")
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const [lost] = sockets.filter((socket) => isFromGoneAddress(facts, socket));
  const [standing] = sockets.filter((socket) => socket.state !== "syn-sent" && !isFromGoneAddress(facts, socket));
  const [calling] = sockets.filter((socket) => socket.state === "syn-sent" && !isFromGoneAddress(facts, socket));
  if (standing !== undefined) return { state: "standing", name: nameOf(standing) };
  if (calling !== undefined) return { state: "calling", server: calling.remoteAddress };
  if (lost !== undefined) return { state: "lost", source: lost.localAddress, server: lost.remoteAddress };
  return { state: needsTls(process) && isComplete(facts.snapshot.sockets) ? "none" : "unknown" };
}

function nameOf({ localAddress, localPort, remoteAddress }: Socket): string {
  return `${localAddress} ${localPort ?? ""} ${remoteAddress}`;
}

// A socket that is bound to an address stays so when the address goes: its packets are refused or answered to nobody.
function isFromGoneAddress({ interfaces, interfacesComplete }: Facts, { localAddress }: Socket): boolean {
  if (!interfacesComplete) return false;
  const address = localAddress.replace(/%.*$/, "");
  return ![...interfaces.values()].some((entry) => entry.addresses.some((own) => own.address === address));
}

// AnyConnect's protocol keeps its TLS connection as long as the session; others may go on by UDP alone.
function needsTls(process: Process): boolean {
  const { protocol } = readOpenconnectArguments(process.arguments);
  return protocol === null || protocol === "anyconnect";
}

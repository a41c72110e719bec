import type { KeepAliveLook } from "../../../shared/keep-alive/look.ts";
import type { KeepableClient } from "../../../shared/keep-alive/kept-clients.ts";
import { keptClients } from "../../../shared/keep-alive/kept-clients.ts";
import type { Host } from "../host.ts";
import { Refusal } from "../refusal.ts";
import type { Session } from "../session.ts";

/**
 * Lets the kernel forget connections to the server of a client that was asked to reconnect, which their program has closed
 * and which leave from an address that this machine has no more. A half-sent request in one of them would be delivered when
 * the laptop comes back to that address, and the server would take it for the newest and end the session that goes on
 * (seen with ocserv 1.1.6). Linux alone can do this; what cannot be done is left, and the session is none the worse.
 */
export async function forgetGhosts(
  { host }: Session,
  { facts }: KeepAliveLook,
  asked: ReadonlySet<number>,
): Promise<void> {
  if (host.os !== "linux") return;
  const own = [...facts.interfaces.values()].flatMap(({ addresses }) => addresses.map(({ address }) => address));
  for (const server of serversOf(keptClients(facts), asked)) {
    const here = own.filter((address) => address.includes(":") === server.includes(":"));
    const elsewhere = here.flatMap((address) => ["and", "not", "src", bracketed(address)]);
    await forget(host, ["/usr/bin/ss", "-K", "-t", "state", "fin-wait-1", "dst", bracketed(server), ...elsewhere]);
  }
}

// A kernel or a machine that cannot do it says so; that is no reason to give up what was done.
async function forget(host: Host, command: readonly string[]): Promise<void> {
  try {
    await host.run(command);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

// ss takes what follows a colon for a port.
function bracketed(address: string): string {
  return address.includes(":") ? `[${address}]` : address;
}

function serversOf(clients: readonly KeepableClient[], asked: ReadonlySet<number>): Set<string> {
  return new Set(clients.filter(({ pid }) => asked.has(pid)).flatMap(({ serverAddresses }) => serverAddresses));
}

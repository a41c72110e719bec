import type { VpnClient } from "../clients/vpn-client.ts";
import type { KeptClient } from "../contract/keep-alive.ts";
import { deferralFor } from "../health/deferral.ts";
import type { Facts } from "../health/facts.ts";
import { mayRepairFor } from "../health/pins.ts";
import type { CodedText } from "../snapshot/coded-text.ts";

/** A living openconnect in its data phase: its process is known for sure, and so is its tunnel. */
export interface KeepableClient extends VpnClient {
  readonly pid: number;
  readonly startedAt: string;
  readonly interface: string;
}

/** The clients that may be kept alive: only openconnect knows a signal for it, and only where nobody else looks after it. */
export function keptClients(facts: Facts): KeepableClient[] {
  return facts.clients.filter((client): client is KeepableClient => {
    if (client.kind !== "openconnect" || !client.alive || !mayRepairFor(client)) return false;
    return client.pid !== null && client.startedAt !== null && isConfigured(facts, client.interface);
  });
}

// Before its script has given the tunnel an address the client is not in its data phase (openconnect-facts §1.1).
function isConfigured(facts: Facts, name: string | null): boolean {
  const tunnel = name === null ? undefined : facts.interfaces.get(name);
  return tunnel !== undefined && tunnel.up && tunnel.addresses.length > 0;
}

/** The clients that have a tunnel and are left to those who look after them, with the reason. */
export function clientsLeftAlone(facts: Facts): { kind: string; pid: number; why: CodedText }[] {
  return facts.clients.flatMap(({ kind, pid, interface: name, ...rest }) => {
    const [why] = name === null ? [] : deferralFor({ kind, pid, interface: name, ...rest });
    return why === undefined || pid === null ? [] : [{ kind, pid, why }];
  });
}

/** The client as reports name it. */
export function named({ pid, interface: name, server, serverAddresses }: KeepableClient): KeptClient {
  return { pid, interface: name, server: server ?? serverAddresses[0] ?? null };
}

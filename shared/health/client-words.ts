import type { VpnClient } from "../clients/vpn-client.ts";
import { valuesOf } from "../snapshot/part.ts";
import type { ClientLog } from "../snapshot/snapshot.ts";
import type { Facts } from "./facts.ts";
import { livingTunnels } from "./tunnels.ts";

/**
 * The living clients whose log leaves their session so. Of several clients of a kind the log does not say whose it is (and
 * of a part of the processes not whether there are several), and without any tunnel the log may be of an earlier run: none
 * of these counts.
 */
export function clientsWhoseLogEnds(facts: Facts, session: ClientLog["session"]): VpnClient[] {
  if (!facts.processesComplete) return [];
  const logs = valuesOf(facts.snapshot.clientLogs).filter((log) => log.session === session);
  return logs.flatMap((log) => {
    const [client, ...others] = facts.clients.filter((entry) => entry.alive && entry.kind === log.client);
    if (client === undefined || others.length > 0) return [];
    return client.interface !== null || livingTunnels(facts).length > 0 ? [client] : [];
  });
}

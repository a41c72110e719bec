import { valuesOf } from "../snapshot/part.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { clientKind } from "./client-kinds.ts";
import type { VpnClient } from "./vpn-client.ts";

/** A running client, and what is known without looking at its files of where it writes its log. */
export interface LoggingClient {
  /** Its kind. */
  readonly client: string;
  readonly pid: number;
  /** Absolute path that its command line names, null when it names none. */
  readonly namedFile: string | null;
}

/** The clients that run, each with the log that its command line names. */
export function loggingClients(clients: readonly VpnClient[], snapshot: Snapshot): LoggingClient[] {
  return clients.flatMap(({ kind, pid, alive }) => {
    if (!alive || pid === null) return [];
    return [{ client: kind, pid, namedFile: namedFile(kind, pid, snapshot) }];
  });
}

// A path from the folder of the process on is left out: who may see that folder may see the descriptors as well, and
// they lead to the file itself, wherever the process was when it opened it.
function namedFile(kind: string, pid: number, { processes }: Snapshot): string | null {
  const process = valuesOf(processes).find((entry) => entry.pid === pid);
  const path = process === undefined ? null : (clientKind(kind)?.logFile?.(process.arguments) ?? null);
  return path?.startsWith("/") === true ? path : null;
}

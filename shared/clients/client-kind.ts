import type { Process } from "../snapshot/process.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { ClientFamily, VpnClient } from "./vpn-client.ts";

/** How one VPN client is recognised. One file per client; all are listed in client-kinds.ts. */
export interface ClientKind {
  readonly kind: string;
  readonly family: ClientFamily;
  /** Base names of its main executable, compared in lower case. */
  readonly executables: readonly string[];
  /** The executable runs all the time, tunnel or not (macos-facts §8): running says nothing about a tunnel. */
  readonly service: boolean;
  /** The client watches its routes itself; writing beside it can make it drop the tunnel (openconnect-facts §5). */
  readonly guardsRoutes: boolean;
  /** What more can be read from the process and the rest of the snapshot. */
  readonly details?: (process: Process, snapshot: Snapshot) => Partial<ClientDetails>;
}

/** The parts of a client that only its own kind knows how to find. */
export type ClientDetails = Pick<VpnClient, "interface" | "server" | "serverAddresses" | "script" | "managedBy">;

/** Lower-case base name of the program that a process runs. */
export function programName(process: Process): string {
  const path = process.arguments[0] ?? process.executable ?? "";
  const base = path.slice(path.lastIndexOf("/") + 1);
  return base.toLowerCase();
}

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
  /** Whether a tunnel interface can only be this client's, by its name, kind, addresses or routes. */
  readonly recognisesTunnel?: (tunnel: TunnelTraits) => boolean;
  /** Whether a process of such a program is the client, where the same program does other things, too. */
  readonly isMeant?: (process: Process, snapshot: Snapshot) => boolean;
  /** What more can be read from the process and the rest of the snapshot. */
  readonly details?: (process: Process, snapshot: Snapshot) => Partial<ClientDetails>;
  /** The log that an argument vector, program name first, names: its path as it stands there, null when it names none. */
  readonly logFile?: (words: readonly string[]) => string | null;
}

/** What a tunnel interface shows of whose it is. */
export interface TunnelTraits {
  readonly name: string;
  /** Linux link kind (`wireguard`), null when unknown. */
  readonly kind: string | null;
  /** Destinations routed into it, in any table, as CIDR text. */
  readonly destinations: ReadonlySet<string>;
}

/** The parts of a client that only its own kind knows how to find. */
export type ClientDetails = Pick<VpnClient, "family" | "interface" | "server" | "serverAddresses" | "script">;

/** Folders whose names contain blanks on macOS, so that `ps` output split at blanks cuts a program's path in two. */
const PATHS_WITH_BLANKS = /^\/(?:Applications|Library|System|opt|Users)\//;

/** Whether the process runs one of the kind's programs: by the base name of its executable, in lower case. */
export function runs(process: Process, kind: ClientKind): boolean {
  if (kind.executables.includes(programName(process))) return true;
  // Where the system tells the program, its name is no part of a command line that was split at blanks.
  if (process.executable !== null) return false;
  const command = process.arguments.join(" ").toLowerCase();
  if (!PATHS_WITH_BLANKS.test(process.arguments.join(" "))) return false;
  return kind.executables.some((name) => isProgramPath(command, name));
}

/** Lower-case base name of the program that a process runs. */
export function programName(process: Process): string {
  const path = process.executable ?? process.arguments[0] ?? "";
  return path.slice(path.lastIndexOf("/") + 1).toLowerCase();
}

/** Folders that hold programs themselves: behind one of them stands a program's name, with or without blanks. */
const PROGRAM_FOLDER = /.*\/(?:contents\/macos|s?bin|libexec)\//;

// `/library/application support/zerotier/one/zerotier-one -d`: the name ends a path that no option, second path or address
// of a page precedes, and that has not reached a program before: `/opt/homebrew/bin/nvim notes/openvpn`.
function isProgramPath(command: string, name: string): boolean {
  for (let start = command.indexOf(`/${name}`); start >= 0; start = command.indexOf(`/${name}`, start + 1)) {
    const end = command.charAt(start + 1 + name.length);
    const folder = command.slice(0, start + 1);
    const isOnePath = !/ (?:\/|-\w)|:\/\//.test(folder);
    if ((end === "" || end === " ") && isOnePath && !hasReachedProgram(folder)) return true;
  }
  return false;
}

function hasReachedProgram(folder: string): boolean {
  const last = PROGRAM_FOLDER.exec(folder)?.[0];
  return last !== undefined && last !== folder;
}

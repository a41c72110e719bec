import { mapInTurns } from "./in-turns.ts";
import { readDescriptors } from "./proc-descriptors.ts";
import type { Descriptors } from "./proc-descriptors.ts";
import type { ProcProcess } from "./proc-process.ts";

/** A tun interface that some process may have open: not one that is up without a carrier (macos-facts §12). */
export interface OpenTunnel {
  readonly name: string;
  readonly index: number;
}

export interface SearchResult {
  /** What the processes that were looked into hold open, by process; null when that is private. */
  readonly descriptors: ReadonlyMap<number, Descriptors | null>;
  /** Every open tunnel has its owner among them, or every process was looked into. */
  readonly complete: boolean;
}

/** Finds the owners of tunnels; remembers from look to look, so that mostly few processes are looked into. */
export interface TunnelSearch {
  /** `tunnels` is null when it is not known which there are. `isClient` names processes to be looked into in any case. */
  find(
    processes: readonly ProcProcess[],
    tunnels: readonly OpenTunnel[] | null,
    isClient: (process: ProcProcess) => boolean,
  ): Promise<SearchResult>;
}

/**
 * A search that first looks into VPN clients and the owners of before, and into all processes only for a tunnel that it
 * has not searched for yet: a desktop has ten thousand descriptors, and reading each link takes ten microseconds.
 */
export function tunnelSearch(): TunnelSearch {
  let owners = new Set<string>();
  let inVain = new Set<number>();
  let sawAll = false;
  return {
    async find(processes, tunnels, isClient) {
      const likely = processes.filter((process) => owners.has(identityOf(process)) || isClient(process));
      const found = new Map(await mapInTurns(likely, lookInto));
      const isNew = ownerless(tunnels, found)?.some((tunnel) => !inVain.has(tunnel.index)) ?? true;
      if (isNew) {
        const rest = processes.filter((process) => !found.has(process.pid));
        for (const [pid, descriptors] of await mapInTurns(rest, lookInto)) found.set(pid, descriptors);
        sawAll = [...found.values()].every((descriptors) => descriptors !== null);
      }
      const left = ownerless(tunnels, found);
      inVain = new Set(left?.map((tunnel) => tunnel.index));
      owners = new Set(processes.filter((process) => holdsTunnel(found.get(process.pid))).map(identityOf));
      return { descriptors: found, complete: left?.length === 0 || sawAll };
    },
  };
}

function lookInto({ pid }: ProcProcess): [number, Descriptors | null] {
  const descriptors = readDescriptors(pid);
  if (descriptors === "gone") return [pid, { tunnels: [], sockets: [] }];
  return [pid, descriptors === "private" ? null : descriptors];
}

function ownerless(
  tunnels: readonly OpenTunnel[] | null,
  found: ReadonlyMap<number, Descriptors | null>,
): OpenTunnel[] | null {
  const owned = new Set([...found.values()].flatMap((descriptors) => descriptors?.tunnels ?? []));
  return tunnels?.filter((tunnel) => !owned.has(tunnel.name)) ?? null;
}

function holdsTunnel(descriptors: Descriptors | null | undefined): boolean {
  return (descriptors?.tunnels.length ?? 0) > 0;
}

function identityOf(process: ProcProcess): string {
  return `${process.pid}:${process.start}`;
}

import { readFileSync, readdirSync, statSync } from "node:fs";
import type { CaptureFile } from "../../shared/capture/capture.ts";
import type { ProcessEntry, ProcessesHeader } from "../../shared/capture/proc-processes.ts";
import { writeRecords } from "../../shared/capture/proc-records.ts";
import type { SocketEntry, SocketsHeader } from "../../shared/capture/proc-sockets.ts";
import { runs } from "../../shared/clients/client-kind.ts";
import { CLIENT_KINDS } from "../../shared/clients/client-kinds.ts";
import type { Process } from "../../shared/snapshot/process.ts";
import { mapInTurns } from "./in-turns.ts";
import { readConnectedSockets } from "./proc-net.ts";
import type { ConnectedSocket } from "./proc-net.ts";
import { networkOf, readProcess } from "./proc-process.ts";
import type { ProcProcess } from "./proc-process.ts";
import { readProc, valueOf } from "./proc-read.ts";
import type { OpenTunnel, SearchResult, TunnelSearch } from "./tunnel-search.ts";
import { readUserNames } from "./user-names.ts";

/**
 * Reads /proc for `holdfast processes` and `holdfast sockets`. `place` is the folder of a process in the network
 * namespace to look at, `/proc/self` for our own; `tunnels` are the open tun interfaces there, null when not known.
 */
export async function readProcFiles(
  place: string,
  tunnels: readonly OpenTunnel[] | null,
  search: TunnelSearch,
): Promise<CaptureFile[]> {
  const processes = await listProcesses(networkOf(place));
  const found = await search.find(processes, tunnels, isClient);
  return [
    recording("processes", processesText(processes, found)),
    recording("sockets", socketsText(processes, found, `${place}/net`)),
  ];
}

function recording(kind: string, text: string): CaptureFile {
  return { name: `${kind}.ndjson`, source: `holdfast ${kind}`, content: { read: true, text } };
}

/** The processes of a network namespace, none when it is gone. */
export async function listProcesses(network: number | null): Promise<ProcProcess[]> {
  if (network === null) return [];
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const processes = await mapInTurns(pids, (pid) => readProcess(Number(pid), network));
  return processes.filter((process) => process !== null);
}

function processesText(processes: readonly ProcProcess[], found: SearchResult): string {
  const users = readUserNames();
  const header: ProcessesHeader = {
    holdfast: "processes",
    schema: 1,
    boot: readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim(),
    complete: processes.length > 0 && everyoneIsListed(),
    tunnelsComplete: found.complete,
  };
  return writeRecords(
    header,
    processes.map(({ userId, ...process }): ProcessEntry => {
      const tunnels = found.descriptors.get(process.pid)?.tunnels ?? [];
      return { ...process, user: users.get(userId) ?? String(userId), tunnels };
    }),
  );
}

// With the mount option hidepid the processes of other users are not shown at all, the first one not either.
function everyoneIsListed(): boolean {
  return valueOf(readProc(() => statSync("/proc/1/stat"))) !== null;
}

/** Only of VPN processes: whom else this machine talks to is nobody's business. */
function socketsText(processes: readonly ProcProcess[], found: SearchResult, folder: string): string {
  const clients = processes.filter((process) => isClient(process) || holdsTunnel(found, process));
  const connected = clients.length === 0 ? new Map<string, ConnectedSocket>() : readConnectedSockets(folder);
  const header: SocketsHeader = {
    holdfast: "sockets",
    schema: 1,
    complete: clients.every((process) => found.descriptors.get(process.pid) !== null),
  };
  return writeRecords(
    header,
    clients.flatMap(({ pid }) =>
      (found.descriptors.get(pid)?.sockets ?? []).flatMap((inode): SocketEntry[] => {
        const socket = connected.get(inode);
        return socket === undefined ? [] : [{ pid, ...socket }];
      }),
    ),
  );
}

/** Whether a process runs a VPN client, by its program. */
export function isClient(process: ProcProcess): boolean {
  return CLIENT_KINDS.some((kind) => runs(asObserved(process), kind));
}

function holdsTunnel(found: SearchResult, process: ProcProcess): boolean {
  return (found.descriptors.get(process.pid)?.tunnels.length ?? 0) > 0;
}

function asObserved({ pid, parent, executable, arguments: words }: ProcProcess): Process {
  return { pid, parentPid: parent, user: null, startedAt: null, arguments: words, executable, children: null };
}

import { readFileSync, readdirSync, statSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { CaptureFile } from "../../shared/capture/capture.ts";
import { runs } from "../../shared/clients/client-kind.ts";
import { CLIENT_KINDS } from "../../shared/clients/client-kinds.ts";
import type { ProcessEntry, ProcessesHeader } from "../../shared/capture/proc-processes.ts";
import { writeRecords } from "../../shared/capture/proc-records.ts";
import type { SocketEntry, SocketsHeader } from "../../shared/capture/proc-sockets.ts";
import type { Process } from "../../shared/snapshot/process.ts";
import { readDescriptors } from "./proc-descriptors.ts";
import type { Descriptors } from "./proc-descriptors.ts";
import { readConnectedSockets } from "./proc-net.ts";
import type { ConnectedSocket } from "./proc-net.ts";
import { networkOf, readProcess } from "./proc-process.ts";
import type { ProcProcess } from "./proc-process.ts";
import { readProc, valueOf } from "./proc-read.ts";
import type { Sensor } from "./sensor.ts";
import { readUserNames } from "./user-names.ts";

/** A process with what it holds open; null when that is private. */
interface SeenProcess {
  readonly process: ProcProcess;
  readonly descriptors: Descriptors | null;
}

/** How many processes are read before other work gets a turn. */
const BATCH = 32;

/**
 * A sensor for `holdfast processes` and `holdfast sockets`, in one pass over /proc. `place` is the folder of a process
 * in the network namespace to look at, `/proc/self` for our own.
 */
export function procSensor(place: string): Sensor {
  return async () => {
    const seen = await readProcesses(networkOf(place));
    return [recording("processes", processesText(seen)), recording("sockets", socketsText(seen, `${place}/net`))];
  };
}

function recording(kind: string, text: string): CaptureFile {
  return { name: `${kind}.ndjson`, source: `holdfast ${kind}`, content: { read: true, text } };
}

async function readProcesses(network: number | null): Promise<SeenProcess[]> {
  const seen: SeenProcess[] = [];
  if (network === null) return seen;
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  for (const [index, pid] of pids.entries()) {
    if (index % BATCH === BATCH - 1) await nextTurn();
    const process = readProcess(Number(pid), network);
    const descriptors = process === null ? "gone" : readDescriptors(process.pid);
    if (process === null || descriptors === "gone") continue;
    seen.push({ process, descriptors: descriptors === "private" ? null : descriptors });
  }
  return seen;
}

function processesText(seen: readonly SeenProcess[]): string {
  const users = readUserNames();
  const header: ProcessesHeader = {
    holdfast: "processes",
    schema: 1,
    boot: readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim(),
    complete: seen.length > 0 && everyoneIsListed(),
    tunnelsComplete: seen.every((entry) => entry.descriptors !== null),
  };
  return writeRecords(
    header,
    seen.map(({ process: { userId, ...rest }, descriptors }): ProcessEntry => {
      const user = users.get(userId) ?? String(userId);
      return { ...rest, arguments: [...rest.arguments], user, tunnels: [...(descriptors?.tunnels ?? [])] };
    }),
  );
}

// With the mount option hidepid the processes of other users are not shown at all, the first one not either.
function everyoneIsListed(): boolean {
  return valueOf(readProc(() => statSync("/proc/1/stat"))) !== null;
}

/** Only of VPN processes: whom else this machine talks to is nobody's business. */
function socketsText(seen: readonly SeenProcess[], folder: string): string {
  const clients = seen.filter(isVpnProcess);
  const connected = clients.length === 0 ? new Map<string, ConnectedSocket>() : readConnectedSockets(folder);
  const header: SocketsHeader = {
    holdfast: "sockets",
    schema: 1,
    complete: clients.every((entry) => entry.descriptors !== null),
  };
  return writeRecords(
    header,
    clients.flatMap(({ process, descriptors }) =>
      (descriptors?.sockets ?? []).flatMap((inode): SocketEntry[] => {
        const socket = connected.get(inode);
        return socket === undefined ? [] : [{ pid: process.pid, ...socket }];
      }),
    ),
  );
}

function isVpnProcess({ process, descriptors }: SeenProcess): boolean {
  if (descriptors !== null && descriptors.tunnels.length > 0) return true;
  return CLIENT_KINDS.some((kind) => runs(asObserved(process), kind));
}

function asObserved({ pid, parent, executable, arguments: words }: ProcProcess): Process {
  return { pid, parentPid: parent, user: null, startedAt: null, arguments: [...words], executable };
}

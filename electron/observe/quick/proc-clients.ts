import { readFileSync, readdirSync } from "node:fs";
import type { CaptureFile } from "../../../shared/capture/capture.ts";
import type { ProcessEntry, ProcessesHeader } from "../../../shared/capture/proc-processes.ts";
import { writeRecords } from "../../../shared/capture/proc-records.ts";
import type { SocketEntry, SocketsHeader } from "../../../shared/capture/proc-sockets.ts";
import { readDescriptors } from "../proc-descriptors.ts";
import type { Descriptors } from "../proc-descriptors.ts";
import { readConnectedSockets } from "../proc-net.ts";
import type { ConnectedSocket } from "../proc-net.ts";
import { isRunning, networkOf, readProcess } from "../proc-process.ts";
import type { ProcProcess } from "../proc-process.ts";
import { readProc, valueOf } from "../proc-read.ts";
import { isClient, listProcesses } from "../proc-sensor.ts";

/** Reads the VPN clients of one network namespace, and nobody else. */
export interface ProcClients {
  /** Looks for clients among all processes, anew. */
  find(): Promise<void>;
  /** The clients, those above them, and all their children, as a recording. */
  readProcesses(): CaptureFile;
  /** Connected TCP sockets of the clients, as a recording. */
  readSockets(): CaptureFile;
}

/** A chain of parents that is longer than this is no chain of supervisors. */
const MOST_PARENTS = 32;

/** The clients of the namespace that `place`, the folder of a process, is in. */
export function procClients(place: string): ProcClients {
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  let known: readonly number[] = [];
  return {
    async find() {
      const processes = await listProcesses(networkOf(place));
      known = processes.filter(isClient).map(({ pid }) => pid);
    },
    readProcesses() {
      const network = networkOf(place);
      const clients = network === null ? [] : known.flatMap((pid) => readProcess(pid, network) ?? []);
      const around = network === null ? [] : clients.flatMap((client) => relativesOf(client, network));
      return recording("processes", processesText([...clients, ...around], openOf(clients), boot));
    },
    readSockets() {
      const network = networkOf(place);
      const clients = network === null ? [] : known.flatMap((pid) => readProcess(pid, network) ?? []);
      return recording("sockets", socketsText(openOf(clients), `${place}/net`));
    },
  };
}

function openOf(clients: readonly ProcProcess[]): Open {
  return new Map(clients.map(({ pid }) => [pid, readDescriptors(pid)]));
}

function relativesOf(client: ProcProcess, network: number): ProcProcess[] {
  const parents: ProcProcess[] = [];
  for (let pid = client.parent; pid > 0 && parents.length < MOST_PARENTS;) {
    const parent = readProcess(pid, network);
    if (parent === null) break;
    parents.push(parent);
    pid = parent.parent;
  }
  return [...parents, ...runningChildrenOf(client.pid).flatMap((pid) => readProcess(pid, network) ?? [])];
}

// openconnect never asks again for the exit code of a script whose end a signal kept from it (seen in the lab: a second
// SIGUSR2 during attempt-reconnect): such a child stays for ever, and is no script at work.
function runningChildrenOf(pid: number): number[] {
  return childrenOf(pid).filter(isRunning);
}

/** Children of all threads of a process, zombies among them. */
function childrenOf(pid: number): number[] {
  const threads = valueOf(readProc(() => readdirSync(`/proc/${pid}/task`))) ?? [];
  const lists = threads.map((id) => valueOf(readProc(() => readFileSync(`/proc/${pid}/task/${id}/children`, "utf8"))));
  // A kernel without CONFIG_PROC_CHILDREN has no such lists: then every process is asked for its parent.
  if (lists.includes(null)) return pidsOf("/proc").filter((child) => parentOf(child) === pid);
  return lists.flatMap((list) => (list ?? "").split(" ").filter(Boolean).map(Number));
}

function pidsOf(folder: string): number[] {
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function parentOf(pid: number): number {
  const status = valueOf(readProc(() => readFileSync(`/proc/${pid}/status`, "utf8")));
  return Number(/^PPid:\s+(\d+)/m.exec(status ?? "")?.[1] ?? Number.NaN);
}

type Open = ReadonlyMap<number, Descriptors | "gone" | "private">;

function processesText(processes: readonly ProcProcess[], open: Open, boot: string): string {
  const header: ProcessesHeader = { holdfast: "processes", schema: 1, boot, complete: false, tunnelsComplete: false };
  const distinct = [...new Map(processes.map((process) => [process.pid, process])).values()];
  return writeRecords(
    header,
    distinct.map(({ userId, ...process }): ProcessEntry => {
      const descriptors = open.get(process.pid);
      const children = descriptors === undefined ? {} : { children: runningChildrenOf(process.pid) };
      const tunnels = typeof descriptors === "object" ? descriptors.tunnels : [];
      return { ...process, user: String(userId), tunnels, ...children };
    }),
  );
}

/** TCP sockets alone. Each table takes the kernel more than a millisecond: that of IPv6 is read when a client has none of IPv4. */
function socketsText(open: Open, folder: string): string {
  const header: SocketsHeader = { holdfast: "sockets", schema: 1, complete: ![...open.values()].includes("private") };
  const held = [...open].map(([pid, descriptors]) => {
    return { pid, inodes: typeof descriptors === "object" ? descriptors.sockets : [] };
  });
  const inet = held.length === 0 ? new Map<string, ConnectedSocket>() : readConnectedSockets(folder, ["tcp"]);
  const isAll = held.every(({ inodes }) => inodes.some((inode) => inet.has(inode)));
  const connected = isAll ? inet : new Map([...inet, ...readConnectedSockets(folder, ["tcp6"])]);
  const entries = held.flatMap(({ pid, inodes }) =>
    inodes.flatMap((inode): SocketEntry[] => {
      const socket = connected.get(inode);
      return socket === undefined ? [] : [{ pid, ...socket }];
    }),
  );
  return writeRecords(header, entries);
}

function recording(kind: string, text: string): CaptureFile {
  return { name: `${kind}.ndjson`, source: `holdfast ${kind}`, content: { read: true, text } };
}

import { closeSync, openSync, readSync } from "node:fs";
import { formatAddress } from "../../shared/network/address.ts";
import { readProc, valueOf } from "./proc-read.ts";

/** One connected socket of a network namespace. */
export interface ConnectedSocket {
  readonly transport: "tcp" | "udp";
  readonly localAddress: string;
  readonly localPort: number;
  readonly remoteAddress: string;
  readonly remotePort: number;
  /** State word of tcp, null for udp. */
  readonly state: string | null;
}

/** Kernel numbers of TCP states in the words of ss(8); include/net/tcp_states.h. */
const STATES: Record<string, string> = {
  "01": "established",
  "02": "syn-sent",
  "03": "syn-recv",
  "04": "fin-wait-1",
  "05": "fin-wait-2",
  "06": "time-wait",
  "07": "close",
  "08": "close-wait",
  "09": "last-ack",
  "0B": "closing",
};
const TABLES = ["tcp", "tcp6", "udp", "udp6"] as const;
type Table = (typeof TABLES)[number];

/**
 * The connected sockets of a network namespace by inode, from the tables in `folder` (`/proc/self/net`): all, or only
 * these. Sockets that listen or were never connected have no remote end and are left out.
 */
export function readConnectedSockets(
  folder: string,
  tables: readonly Table[] = TABLES,
): ReadonlyMap<string, ConnectedSocket> {
  return new Map(tables.flatMap((table) => readTable(`${folder}/${table}`, table.startsWith("tcp") ? "tcp" : "udp")));
}

// A kernel without IPv6 has no tcp6 and udp6.
function readTable(path: string, transport: "tcp" | "udp"): [string, ConnectedSocket][] {
  const text = valueOf(readProc(() => readSequence(path))) ?? "";
  return text
    .split("\n")
    .slice(1)
    .flatMap((line) => readRow(line, transport));
}

const PAGE = 4096;
const LONGEST_ROW = 256;

// The kernel walks through all buckets of its hash, which takes half a millisecond, for each reading; and it fills a page as
// long as there are rows. So a page with room for one more row was the last: to ask for the end would be one more walk.
function readSequence(path: string): string {
  const file = openSync(path, "r");
  try {
    const parts: string[] = [];
    for (;;) {
      const page = Buffer.alloc(PAGE);
      const length = readSync(file, page, 0, PAGE, null);
      parts.push(page.toString("latin1", 0, length));
      if (length < PAGE - LONGEST_ROW) return parts.join("");
    }
  } finally {
    closeSync(file);
  }
}

function readRow(line: string, transport: "tcp" | "udp"): [string, ConnectedSocket][] {
  const [, local = "", remote = "", state = "", , , , , , inode = ""] = line.trim().split(/\s+/);
  const [localHex = "", localPort = ""] = local.split(":");
  const [remoteHex = "", remotePort = ""] = remote.split(":");
  if (inode === "" || /^0*$/.test(remoteHex)) return [];
  const socket: ConnectedSocket = {
    transport,
    localAddress: addressOf(localHex),
    localPort: Number.parseInt(localPort, 16),
    remoteAddress: addressOf(remoteHex),
    remotePort: Number.parseInt(remotePort, 16),
    state: transport === "tcp" ? (STATES[state] ?? "unknown") : null,
  };
  return [[inode, socket]];
}

/** Address from the kernel's form: 32-bit words in the byte order of the machine, all of ours being little-endian. */
function addressOf(hex: string): string {
  const value = BigInt(`0x${hex.replaceAll(/(..)(..)(..)(..)/g, "$4$3$2$1")}`);
  if (hex.length === 8) return formatAddress({ family: "inet", value, zone: null });
  const isMapped = value >> 32n === 0xffffn;
  const family = isMapped ? "inet" : "inet6";
  return formatAddress({ family, value: isMapped ? value & 0xffff_ffffn : value, zone: null });
}

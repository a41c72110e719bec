import * as v from "valibot";
import { canonicalAddress } from "../network/address.ts";
import { observed, partlyObserved } from "../snapshot/part.ts";
import type { Socket } from "../snapshot/process.ts";
import type { OutputParser } from "./contribution.ts";
import { UnreadableOutput } from "./contribution.ts";
import { isRecording, readRecords } from "./proc-records.ts";

/** First line of `holdfast sockets`. */
export const SocketsHeader = v.object({
  holdfast: v.literal("sockets"),
  schema: v.literal(1),
  /** All connected sockets of every VPN process are listed (false without root, unless it is one's own). */
  complete: v.boolean(),
});
export type SocketsHeader = v.InferOutput<typeof SocketsHeader>;

/** A further line: one connected socket of a process that is, or may be, a VPN client. */
export const SocketEntry = v.object({
  pid: v.number(),
  transport: v.picklist(["tcp", "udp"]),
  localAddress: v.string(),
  localPort: v.number(),
  remoteAddress: v.string(),
  remotePort: v.number(),
  /** State word of tcp, null for udp. */
  state: v.nullable(v.string()),
});
export type SocketEntry = v.InferOutput<typeof SocketEntry>;

/** `holdfast sockets`: connected sockets of VPN processes, read from /proc/net and /proc/PID/fd. */
export const procSockets: OutputParser = {
  os: "linux",
  understands: (source) => isRecording(source, "sockets"),
  parse(text) {
    const { header, entries } = readRecords(text, SocketsHeader, SocketEntry);
    const sockets = entries.map(socketOf);
    return { sockets: header.complete ? observed(sockets) : partlyObserved(sockets) };
  },
};

function socketOf(entry: SocketEntry): Socket {
  return {
    pid: entry.pid,
    transport: entry.transport,
    localAddress: addressOf(entry.localAddress),
    localPort: entry.localPort,
    remoteAddress: addressOf(entry.remoteAddress),
    remotePort: entry.remotePort,
    state: entry.state,
  };
}

function addressOf(text: string): string {
  const address = canonicalAddress(text);
  if (address === null) throw new UnreadableOutput(0, `bad-address:${text}`);
  return address;
}

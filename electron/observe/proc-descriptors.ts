import { readFileSync, readdirSync, readlinkSync } from "node:fs";
import { readProc, valueOf } from "./proc-read.ts";

/** What a process holds open, as far as Holdfast asks. */
export interface Descriptors {
  /** Interfaces of its tun devices. */
  readonly tunnels: string[];
  /** Inodes of its sockets. */
  readonly sockets: string[];
}

const TUN_DEVICE = "/dev/net/tun";

/** Reads the open descriptors of a process; `private` when they belong to another user and we are not root. */
export function readDescriptors(pid: number): Descriptors | "gone" | "private" {
  const numbers = readProc(() => readdirSync(`/proc/${pid}/fd`));
  if ("missing" in numbers) return numbers.missing;
  const tunnels: string[] = [];
  const sockets: string[] = [];
  for (const number of numbers.value) {
    const target = valueOf(readProc(() => readlinkSync(`/proc/${pid}/fd/${number}`)));
    if (target === TUN_DEVICE) tunnels.push(...tunnelOf(pid, number));
    else if (target?.startsWith("socket:[") === true) sockets.push(target.slice("socket:[".length, -1));
  }
  return { tunnels, sockets };
}

// A descriptor that was opened but not yet attached to an interface has no `iff` line.
function tunnelOf(pid: number, number: string): string[] {
  const info = valueOf(readProc(() => readFileSync(`/proc/${pid}/fdinfo/${number}`, "utf8")));
  const name = /^iff:\s*(\S+)$/m.exec(info ?? "")?.[1];
  return name === undefined ? [] : [name];
}

import { readdir, readFile, readlink } from "node:fs/promises";
import { isGone } from "../../lab/room/processes.ts";

/** Ports of TCP on which some processes of this network listen, whatever the address. */
export async function listeningPortsOf(pids: readonly number[]): Promise<number[]> {
  const held = new Set((await Promise.all(pids.map(socketsOf))).flat());
  const tables = await Promise.all(["tcp", "tcp6"].map((name) => readFile(`/proc/net/${name}`, "utf8")));
  const rows = tables.flatMap((table) => table.trim().split("\n").slice(1)).map((row) => row.trim().split(/\s+/));
  // proc(5): local address, state (0A is LISTEN) and inode.
  return rows.flatMap(([, local = "", , state, , , , , , inode = ""]) =>
    state === "0A" && held.has(inode) ? [Number.parseInt(local.split(":")[1] ?? "", 16)] : [],
  );
}

/** The inodes of all sockets that a process holds. */
async function socketsOf(pid: number): Promise<string[]> {
  try {
    const folder = `/proc/${pid}/fd`;
    const links = await Promise.all((await readdir(folder)).map((name) => linkAt(`${folder}/${name}`)));
    return links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

async function linkAt(path: string): Promise<string> {
  try {
    return await readlink(path);
  } catch (error) {
    // Closed since it was listed.
    if (isGone(error)) return "";
    throw error;
  }
}

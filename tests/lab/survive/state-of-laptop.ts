import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Lab } from "../lab.ts";
import { SERVER, TUNNEL_INTERFACE, WIFI, WIFI_INTERFACE } from "../network/addresses.ts";

/** What is on the laptop and should not become more: processes and files. */
export interface Belongings {
  readonly processes: readonly string[];
  readonly files: readonly string[];
}

/** Lists the laptop's processes by name, and all files that it does not share with the machine. */
export async function belongingsOf({ laptop, folder }: Lab): Promise<Belongings> {
  const listed = await laptop.run(["/usr/bin/ps", "-e", "-o", "comm="]);
  const layers = join(folder, "layers");
  const own = ["/run", ...["0-upper", "1-upper"].map((layer) => join(layers, layer))];
  return {
    processes: listed.stdout.trim().split("\n").toSorted(),
    files: own.flatMap((path) => filesBelow(`/proc/${laptop.pid}/root`, path)),
  };
}

/** The whole of the laptop's tables, in an order of their own. The link-local addresses are made by lot. */
export async function wholeTable({ laptop }: Lab): Promise<string[]> {
  const rows = await laptop.ip("route", "show", "table", "all");
  const stable = rows.replaceAll(/fe80::[0-9a-f:]+(?!\S)/g, "fe80::address");
  return stable
    .split("\n")
    .map((row) => row.trimEnd())
    .filter(Boolean)
    .toSorted();
}

/** The tunnel's interface with its address. */
export async function tunnelOf({ laptop }: Lab): Promise<string> {
  return laptop.ip("-4", "-brief", "addr", "show", "dev", TUNNEL_INTERFACE);
}

/** All host routes to the VPN server. */
export async function pinsOf({ laptop }: Lab): Promise<string[]> {
  return (await laptop.routes()).filter((route) => route.startsWith(`${SERVER} `));
}

/** The one that leads there by the network that the laptop is in. */
export function rightPin({ wifi }: Lab): string {
  return `${SERVER} via ${WIFI[wifi.joined()].router} dev ${WIFI_INTERFACE}`;
}

function filesBelow(root: string, path: string): string[] {
  const folder = root + path;
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .toSorted();
}

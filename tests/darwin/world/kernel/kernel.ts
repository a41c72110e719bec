import { parseAddress } from "../../../../shared/network/address.ts";
import type { Entry } from "./entry.ts";
import { matches } from "./entry.ts";
import type { Errno } from "./errno.ts";
import { connectedRow, ownRows } from "./interface-rows.ts";
import type { Link, LinkAddress } from "./link.ts";
import type { RouteRequest } from "./route-request.ts";
import { answerRequest } from "./routing-socket.ts";
import type { RoutingMessage } from "./routing-message.ts";
import { createRoutingTable } from "./routing-table.ts";
import type { RoutingTable } from "./routing-table.ts";

/** Interfaces and the routing table of a Mac, with the behaviour of XNU (macos-facts §2 to §7). */
export interface Kernel {
  readonly table: RoutingTable;
  links(): readonly Link[];
  link(name: string): Link | null;
  /** A new interface with its addresses. */
  attach(link: Link): void;
  /** The interface is gone: so are its addresses and every row through it (macos-facts §7). */
  detach(name: string): void;
  addAddress(name: string, address: LinkAddress): void;
  /** Takes the connected row and the neighbours along, and no row that somebody else added (macos-facts §2.1). */
  removeAddress(name: string, address: string): void;
  /** `ifconfig IF down` and up; going down purges all rows that use one of its present addresses (macos-facts §2.1). */
  setUp(name: string, up: boolean): void;
  setStatus(name: string, status: "active" | "inactive"): void;
  /** One request to the routing socket; null when it was carried out. */
  request(request: RouteRequest): Errno | null;
  /** A row that the kernel makes for itself (neighbours, groups). */
  learn(entry: Entry): void;
  /** Calls back for each message of the routing socket, until the function that is given back is called. */
  listen(listener: (message: RoutingMessage) => void): () => void;
}

export function createKernel(): Kernel {
  const table = createRoutingTable();
  const links = new Map<string, Link>();
  const listeners = new Set<(message: RoutingMessage) => void>();
  let sequence = 810;
  const tell = (message: RoutingMessage) => listeners.forEach((listener) => listener(message));
  const linkOf = (name: string): Link => {
    const link = links.get(name);
    if (link === undefined) throw new Error(`the Mac has no interface ${name}`);
    return link;
  };
  const update = (name: string, changes: Partial<Link>) => links.set(name, { ...linkOf(name), ...changes });
  const purge = (isPurged: (row: Entry) => boolean) => table.rows().filter(isPurged).forEach(table.remove);
  const tellRow = (kind: "add" | "delete", entry: Entry) =>
    tell({ kind, entry, pid: 0, sequence: 0, error: null, index: links.get(entry.interface)?.index ?? 0 });

  const kernel: Kernel = {
    table,
    links: () => [...links.values()],
    link: (name) => links.get(name) ?? null,
    attach(link) {
      links.set(link.name, { ...link, addresses: [] });
      for (const address of link.addresses) kernel.addAddress(link.name, address);
    },
    detach(name) {
      for (const { address } of linkOf(name).addresses) kernel.removeAddress(name, address);
      purge((row) => row.interface === name || row.scope === name);
      tell({ kind: "link", link: linkOf(name) });
      links.delete(name);
    },
    addAddress(name, address) {
      update(name, { addresses: [...linkOf(name).addresses, address] });
      const link = linkOf(name);
      tell({ kind: "new-address", link, address });
      for (const row of ownRows(link, address)) if (table.insert(row)) tellRow("add", row);
    },
    removeAddress(name, text) {
      const link = linkOf(name);
      const address = link.addresses.find((entry) => entry.address === text);
      if (address === undefined) throw new Error(`${name} has no address ${text}`);
      update(name, { addresses: link.addresses.filter((entry) => entry !== address) });
      tell({ kind: "lost-address", link, address });
      const connected = connectedRow(link, address);
      const own = table.rows().find((row) => connected !== null && isConnectedRow(row, connected));
      purge((row) => isOfAddress(row, name, text));
      if (own !== undefined) tellRow("delete", own);
    },
    setUp(name, up) {
      const { flags, addresses } = linkOf(name);
      const others = flags.filter((flag) => flag !== "UP" && flag !== "RUNNING");
      update(name, { flags: up ? [...others, "UP", "RUNNING"] : others });
      const own = new Set(addresses.map(({ address }) => address));
      // A row whose source went away before is tied to none of the present addresses, and stays.
      if (!up) purge((row) => row.interface === name && row.source !== null && own.has(row.source));
      tell({ kind: "link", link: linkOf(name) });
    },
    setStatus(name, status) {
      update(name, { status });
      tell({ kind: "link", link: linkOf(name) });
    },
    request(request) {
      const { entry, error, index } = answerRequest(request, [...links.values()], table);
      sequence += 1;
      tell({ kind: request.verb, entry, pid: request.pid, sequence, error, index });
      return error;
    },
    learn: (entry) => void table.insert(entry),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return kernel;
}

function isConnectedRow(row: Entry, connected: Entry): boolean {
  return row.interface === connected.interface && row.source === connected.source && isSameNet(row, connected);
}

function isSameNet(row: Entry, other: Entry): boolean {
  return !row.host && row.prefix.length === other.prefix.length && matches(other, row.prefix);
}

// What the address brought along (its network, the tunnel's peer, loopback rows) and what was learned by it (L, W).
// Static rows through a router stay, tied to an address that is no more.
function isOfAddress(row: Entry, name: string, address: string): boolean {
  if (row.source !== address || (row.interface !== name && row.interface !== "lo0")) return false;
  return !row.flags.includes("S") || (row.flags.includes("C") && !row.host && isOnItsNetwork(row, address));
}

function isOnItsNetwork(row: Entry, address: string): boolean {
  const own = parseAddress(address);
  return own !== null && row.prefix.length < 32 && row.prefix.value !== 0n && matches(row, own);
}

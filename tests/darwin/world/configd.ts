import { parseAddress } from "../../../shared/network/address.ts";
import { prefixOf } from "../../../shared/network/prefix.ts";
import type { Kernel } from "./kernel/kernel.ts";
import { shortLinkAddress } from "./kernel/link-address-text.ts";
import type { RouteRequest } from "./kernel/route-request.ts";
import type { Network } from "./network.ts";
import type { NetworkService } from "./network-service.ts";
import { defaultThrough, loopbackRows, serviceRows } from "./service-rows.ts";
import type { SystemRow } from "./service-rows.ts";

/** The system's own agent: it gives the interfaces their leases and keeps the rows of the network services (macos-facts §6). */
export interface Configd {
  /** The services in the user's order, the first connected one is the primary one. */
  readonly services: readonly NetworkService[];
  /** The lease that a service has, null when it has none. */
  lease(service: NetworkService): Network | null;
  primary(): NetworkService | null;
  /** The tunnel that took the primary service's place, null when there is none. */
  overriding(): Override | null;
  /** A lease begins; it may differ from the one before in any way. */
  bind(device: string, network: Network): void;
  /** The lease of a device ends. */
  release(device: string): void;
  /** A tunnel asks to be the primary service (`OverridePrimary` and `Router` in its IPv4 key), null when its key is gone. */
  override(tunnel: Override | null): void;
  /** Works out again what the table should hold and writes the difference to what it wrote before. */
  settle(): void;
}

/** The default through a tunnel, as the key of its service asks for it. */
export interface Override {
  readonly tunnel: string;
  readonly router: string;
}

export function createConfigd(kernel: Kernel, services: readonly NetworkService[], pid: number): Configd {
  const leases = new Map<string, Network>();
  let overriding: Override | null = null;
  let written: readonly SystemRow[] = [];

  const connected = () => services.filter(({ device }) => leases.has(device) && isActive(kernel, device));
  const ask = (verb: RouteRequest["verb"], row: SystemRow) =>
    kernel.request({ verb, pid, prefix: row.prefix, host: false, scope: row.scope, via: row.via, flags: row.flags });

  // configd compares with its own list, not with the kernel's table: what others deleted it does not miss, and a row of
  // somebody else that holds a place stays (RTM_ADD answers "File exists"). The latter is assumed: the facts are silent.
  const settle = () => {
    const names = connected().map(({ device }) => device);
    const wanted = names.flatMap((name, place) => {
      const lease = leases.get(name);
      return lease === undefined ? [] : serviceRows(name, lease, place === 0, place === 0 && overriding === null);
    });
    if (overriding !== null) wanted.push(defaultThrough(overriding.router));
    const rows = wanted.length === 0 ? loopbackRows() : wanted;
    const gone = written.filter((old) => !rows.some((row) => isSame(row, old)));
    const fresh = rows.filter((row) => !written.some((old) => isSame(row, old)));
    for (const row of gone) ask("delete", row);
    for (const row of fresh) ask("add", row);
    written = rows;
    keepLoopbackGroup(kernel, wanted.length === 0);
    for (const [place, name] of names.entries()) {
      const lease = leases.get(name);
      if (lease !== undefined) learnNeighbours(kernel, name, lease, place === 0);
    }
  };

  return {
    services,
    lease: ({ device }) => leases.get(device) ?? null,
    primary: () => connected()[0] ?? null,
    overriding: () => overriding,
    bind(device, network) {
      // The key of a killed client stays, and with it the demoted default, "until DHCP renews" (openconnect-facts §2.3).
      if (overriding !== null && kernel.link(overriding.tunnel) === null) overriding = null;
      dropLease(kernel, leases, device);
      leases.set(device, network);
      kernel.addAddress(device, ownAddress(network));
      takeOverConnectedRow(kernel, device, network, pid);
      settle();
    },
    release(device) {
      dropLease(kernel, leases, device);
      settle();
    },
    override(tunnel) {
      overriding = tunnel;
      settle();
    },
    settle,
  };
}

// Without a network the kernel keeps the cached clone of the one group that is still asked for on lo0 (captures 01, 44).
function keepLoopbackGroup(kernel: Kernel, isAlone: boolean): void {
  const address = parseAddress("224.0.0.251");
  if (address === null) return;
  const prefix = prefixOf(address, 32);
  const known = kernel.table.find({ address, length: null, scope: "lo0" });
  if (known !== null && !isAlone) kernel.table.remove(known);
  const row = { prefix, host: true, scope: "lo0", gateway: "link#1", interface: "lo0", source: "127.0.0.1" };
  if (isAlone) kernel.learn({ ...row, flags: "UHmW3I", expire: "!" });
}

function isActive(kernel: Kernel, device: string): boolean {
  const link = kernel.link(device);
  return link?.status === "active" && link.flags.includes("UP");
}

// An address that is gone already went with its interface.
function dropLease(kernel: Kernel, leases: Map<string, Network>, device: string): void {
  const address = leases.get(device)?.address;
  const isThere = kernel.link(device)?.addresses.some((entry) => entry.address === address) === true;
  if (address !== undefined && isThere) kernel.removeAddress(device, address);
  leases.delete(device);
}

function ownAddress({ address, length }: Network) {
  const own = parseAddress(address);
  if (own === null) throw new Error(`${address} is no address`);
  const last = prefixOf(own, length).value | ((1n << BigInt(32 - length)) - 1n);
  const broadcast = [24n, 16n, 8n, 0n].map((shift) => (last >> shift) & 255n).join(".");
  return { family: "inet" as const, address, length, broadcast };
}

// The kernel's own row of the network has no S, the one that shows on every Mac has: configd puts its own in its place
// (the rows are from captures, the order of events is assumed).
function takeOverConnectedRow(kernel: Kernel, device: string, { address, length }: Network, pid: number): void {
  const own = parseAddress(address);
  if (own === null) return;
  const prefix = prefixOf(own, length);
  const row = kernel.table.find({ address: prefix, length, scope: null });
  if (row?.interface !== device || row.flags.includes("S")) return;
  kernel.request({ verb: "delete", pid, prefix, host: false, scope: null, via: { link: device }, flags: "CS" });
}

function isSame(a: SystemRow, b: SystemRow): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));
}

function comparable({ prefix, ...rest }: SystemRow) {
  return { ...rest, value: String(prefix.value), length: prefix.length };
}

// ARP finds the router at once, and the Mac joins its groups (capture 04). Of a secondary network it knows the router only.
function learnNeighbours(kernel: Kernel, device: string, network: Network, isPrimary: boolean): void {
  const source = network.address;
  const learn = (address: string, gateway: string, flags: string, expire: string) => {
    const parsed = parseAddress(address);
    if (parsed === null) return;
    const prefix = prefixOf(parsed, 32);
    kernel.learn({ prefix, host: true, scope: device, gateway, interface: device, source, flags, expire });
  };
  learn(
    network.router,
    shortLinkAddress(network.routerLinkAddress),
    isPrimary ? "UHLWIir" : "UHLWIr",
    String(network.routerExpires),
  );
  learn(ownAddress(network).broadcast, "ff:ff:ff:ff:ff:ff", "UHLWbI", "!");
  if (!isPrimary) return;
  learn("224.0.0.251", "1:0:5e:0:0:fb", "UHmLWI", "");
  learn("239.255.255.250", "1:0:5e:7f:ff:fa", "UHmLWI", "");
}

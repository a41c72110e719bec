import { parseAddress } from "../../../../shared/network/address.ts";
import { hostPrefix, prefixOf } from "../../../../shared/network/prefix.ts";
import type { Entry } from "./entry.ts";
import { shortLinkAddress } from "./link-address-text.ts";
import type { Link, LinkAddress } from "./link.ts";

/** The row of the network that an address is on; null for a tunnel's address, which is on none. */
export function connectedRow(link: Link, address: LinkAddress): Entry | null {
  return ownRows(link, address).find(({ host }) => !host) ?? null;
}

/** The rows that the kernel makes for a new address by itself. */
export function ownRows(link: Link, address: LinkAddress): Entry[] {
  return address.family === "inet" ? inetRows(link, address) : inet6Rows(link, address);
}

function inetRows(link: Link, { address, length, peer }: LinkAddress): Entry[] {
  if (link.flags.includes("LOOPBACK")) {
    const host = row(link, address, null, address, { flags: "UH" });
    return [row(link, address, length, address, { flags: "UCS" }), host];
  }
  // The other end of a tunnel is a host row towards the own address, or to itself where both are the same.
  if (peer !== undefined) return [row(link, peer, null, address, { flags: "UH" })];
  if (link.flags.includes("POINTOPOINT")) return [];
  return [row(link, address, length, `link#${link.index}`, { flags: "UC", source: address, expire: "!" })];
}

function inet6Rows(link: Link, { address, length }: LinkAddress): Entry[] {
  const isTunnel = link.flags.includes("POINTOPOINT");
  const isLinkLocal = address.startsWith("fe80:");
  const scope = isLinkLocal ? link.name : null;
  const scoped = isLinkLocal ? "I" : "";
  const onLink = isTunnel || link.flags.includes("LOOPBACK") ? address : `link#${link.index}`;
  const own = link.ether === null ? `link#${link.index}` : shortLinkAddress(link.ether);
  const cloning = link.ether === null ? "c" : "C";
  const source = { source: address, scope };
  if (address === "::1") return [loopback(row(link, address, null, "::1", { flags: "UHL" }))];
  return [
    row(link, address, length, onLink, { ...source, flags: `U${cloning}${scoped}` }),
    loopback(row(link, address, null, own, { ...source, flags: `UHL${scoped}` })),
    ...(isLinkLocal ? groupRows(link, onLink, address) : []),
    ...(isLinkLocal && isTunnel ? [defaultOfTunnel(link, address)] : []),
  ];
}

// One IPv6 default for each of Apple's tunnels: no VPN (macos-facts §6).
function defaultOfTunnel(link: Link, source: string): Entry {
  return row(link, `::%${link.name}`, 0, `fe80::%${link.name}`, { flags: "UGcIg", scope: link.name, source });
}

function groupRows(link: Link, gateway: string, source: string): Entry[] {
  const isLoopback = link.flags.includes("LOOPBACK");
  const through = isLoopback ? "::1" : gateway;
  return [
    row(link, "ff00::", 8, through, { flags: "UmCI", scope: link.name, source }),
    row(link, `ff01::%${link.name}`, 32, through, { flags: "UmCI", scope: link.name, source }),
    row(link, `ff02::%${link.name}`, 32, through, { flags: "UmCI", scope: link.name, source }),
  ];
}

type Rest = Pick<Entry, "flags"> & Partial<Pick<Entry, "source" | "scope" | "expire">>;

function row(link: Link, destination: string, length: number | null, gateway: string, rest: Rest): Entry {
  const parsed = parseAddress(destination);
  if (parsed === null) throw new Error(`${destination} is no address`);
  const isDefault = length === 0;
  const prefix = length === null ? hostPrefix(parsed) : prefixOf(parsed, length);
  return {
    prefix: isDefault ? { ...prefix, zone: null } : prefix,
    host: length === null,
    gateway,
    interface: link.name,
    source: gateway.includes(".") ? gateway : null,
    scope: null,
    expire: "",
    ...rest,
  };
}

function loopback(entry: Entry): Entry {
  return { ...entry, interface: "lo0" };
}

import { parseAddress } from "../../../../shared/network/address.ts";
import type { Address } from "../../../../shared/network/address.ts";
import { prefixContains, prefixOf } from "../../../../shared/network/prefix.ts";
import type { Link, LinkAddress } from "./link.ts";
import type { RoutingTable } from "./routing-table.ts";

/** The interface and own address (rt_ifa) that a new row is made with. */
export interface Source {
  readonly interface: string;
  readonly source: string | null;
}

/**
 * What the kernel binds a row with a next hop to; null is ENETUNREACH. An interface whose own network or peer holds the
 * next hop, unless the table leads to it otherwise: any row will do, the default, too, so that a next hop need not be
 * on-link (macos-facts §4.2; ifa_ifwithroute in XNU's route.c). That function also asks for a row to the destination
 * when nothing leads to the next hop; what comes of it is not known, so the world says ENETUNREACH there, as the facts do.
 */
export function sourceTowards(
  gateway: Address,
  scope: string | null,
  links: readonly Link[],
  table: RoutingTable,
): Source | null {
  const direct = ownerOf(gateway, scope, links);
  const row = isOwn(gateway, links) ? null : table.lookup(gateway, scope);
  const found = row === null ? direct : { interface: row.interface, source: row.source };
  return found === null || (scope !== null && found.interface !== scope) ? null : found;
}

/** The first address of a family that an interface has. */
export function firstAddress(link: Link, family: Address["family"]): string | null {
  return link.addresses.find((entry) => entry.family === family)?.address ?? null;
}

function ownerOf(gateway: Address, scope: string | null, links: readonly Link[]): Source | null {
  const open = links.filter(({ flags, name }) => flags.includes("UP") && (scope === null || scope === name));
  for (const test of [isPeer, isInNetwork]) {
    for (const link of open) {
      const own = link.addresses.find((entry) => test(entry, gateway));
      if (own !== undefined) return { interface: link.name, source: own.address };
    }
  }
  return null;
}

function isPeer({ peer }: LinkAddress, address: Address): boolean {
  const parsed = peer === undefined ? null : parseAddress(peer);
  return parsed !== null && parsed.family === address.family && parsed.value === address.value;
}

function isInNetwork({ address: text, length, peer }: LinkAddress, address: Address): boolean {
  const own = parseAddress(text);
  return peer === undefined && own !== null && prefixContains(prefixOf(own, length), address);
}

function isOwn(address: Address, links: readonly Link[]): boolean {
  return links.some((link) =>
    link.addresses.some((entry) => {
      const own = parseAddress(entry.address);
      return own !== null && own.family === address.family && own.value === address.value;
    }),
  );
}

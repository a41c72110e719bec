import { parsePrefix, prefixOf } from "../../../shared/network/prefix.ts";
import type { Prefix } from "../../../shared/network/prefix.ts";
import { parseAddress } from "../../../shared/network/address.ts";
import type { Via } from "./kernel/route-request.ts";
import type { Network } from "./network.ts";

/** A row that configd wants in the table. */
export interface SystemRow {
  readonly prefix: Prefix;
  readonly scope: string | null;
  readonly via: Via;
  /** Letters beside U, G, I and what the kernel adds. */
  readonly flags: string;
  /** The lease that it was made for: another lease is another row, even when it looks the same. */
  readonly lease: string;
}

/**
 * The rows of one service (macos-facts §6): those of the primary one are for all, those of the others are scoped to their
 * interface, except the own address (capture 61). `hasDefault`: its default is the one for all.
 */
export function serviceRows(device: string, network: Network, isPrimary: boolean, hasDefault: boolean): SystemRow[] {
  const { address, length, router } = network;
  const lease = `${address}/${length} ${router}`;
  const scope = isPrimary ? null : device;
  const onLink = (text: string, flags = "CS", within: string | null = scope): SystemRow => {
    return { prefix: prefix(text), scope: within, via: { link: device }, flags, lease };
  };
  const own = parseAddress(address);
  if (own === null) throw new Error(`${address} is no address`);
  return [
    { prefix: prefixOf(own, length), scope, via: { link: device }, flags: "CS", lease },
    onLink(`${router}/32`),
    onLink(`${address}/32`, "CS", null),
    onLink("224.0.0.0/4", "mCS"),
    onLink("255.255.255.255/32"),
    ...(isPrimary ? [onLink("169.254.0.0/16")] : []),
    { prefix: prefix("0.0.0.0/0"), scope: hasDefault ? null : device, via: router, flags: "S", lease },
  ];
}

/** The default that a tunnel's service asks for. */
export function defaultThrough(router: string): SystemRow {
  return { prefix: prefix("0.0.0.0/0"), scope: null, via: router, flags: "S", lease: "tunnel" };
}

/** Without any IPv4 service multicast goes to the loopback: the one row by which that shows (macos-facts §1.2). */
export function loopbackRows(): SystemRow[] {
  return [{ prefix: prefix("224.0.0.0/24"), scope: null, via: { link: "lo0" }, flags: "mCS", lease: "none" }];
}

function prefix(text: string): Prefix {
  const parsed = parsePrefix(text);
  if (parsed === null) throw new Error(`${text} is no prefix`);
  return parsed;
}

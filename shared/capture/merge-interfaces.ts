import type { Interface, InterfaceAddress } from "../snapshot/interface.ts";
import type { Part } from "../snapshot/part.ts";
import { mergeWhole } from "./merge-parts.ts";

/** Merges what several commands tell about the same interfaces (`ip link` and `ip addr`, `ifconfig -a` and `ifconfig en0`). */
export function mergeInterfaces(parts: readonly Part<Interface[]>[]): Part<Interface[]> {
  return mergeWhole(parts, (one) => one.name, combine);
}

function combine(first: Interface, second: Interface): Interface {
  return {
    ...first,
    index: first.index ?? second.index,
    carrier: first.carrier ?? second.carrier,
    kind: first.kind ?? second.kind,
    persistent: first.persistent ?? second.persistent,
    mtu: first.mtu ?? second.mtu,
    linkAddress: first.linkAddress ?? second.linkAddress,
    addresses: [
      ...first.addresses,
      ...second.addresses.filter((one) => !first.addresses.some((has) => isSame(has, one))),
    ],
  };
}

function isSame(one: InterfaceAddress, other: InterfaceAddress): boolean {
  return one.address === other.address && one.prefixLength === other.prefixLength;
}

import type { Rule } from "../snapshot/interface.ts";
import { addressBits } from "./address.ts";
import type { Address } from "./address.ts";
import { parsePrefix, prefixContains } from "./prefix.ts";

/**
 * Whether a policy rule takes a packet that an ordinary program here sends to the address: without mark, without a bound
 * interface, with a source still to be chosen (so that only `from all` matches it). Such a packet comes in by `lo`. A
 * negated rule takes what its selectors together do not (ip-rule(8); wg-quick's `not fwmark`, macos-facts §12).
 */
export function takesOrdinaryPacket(rule: Rule, to: Address): boolean {
  const matches =
    rule.source === "all" &&
    rule.outputInterface === null &&
    (rule.inputInterface === null || rule.inputInterface === "lo") &&
    isNoMark(rule) &&
    (rule.destination === null || covers(rule.destination, to));
  return matches !== rule.negated;
}

// The mark of the packet, zero, is compared under the mask: `fwmark 0/0xff0000` takes unmarked packets.
function isNoMark({ firewallMark }: Rule): boolean {
  return firewallMark === null || Number(firewallMark) === 0;
}

function covers(destination: string, address: Address): boolean {
  if (destination === "all") return true;
  const text = destination.includes("/") ? destination : `${destination}/${addressBits(address.family)}`;
  const prefix = parsePrefix(text);
  return prefix !== null && prefixContains(prefix, address);
}

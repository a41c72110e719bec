import type { NetworkIdentity } from "../health/finding.ts";

/**
 * Whether two looks saw the same network: same interface, own address, router and router's link-level address. A part that
 * one of them does not know is no difference (02-architecture, "Unknown is not absent").
 */
export function isSameNetwork(one: NetworkIdentity | null, other: NetworkIdentity | null): boolean {
  if (one === null || other === null) return one === other;
  const sameOrUnknown = (a: string | null, b: string | null) => a === null || b === null || a === b;
  return (
    one.interface === other.interface &&
    one.gateway === other.gateway &&
    sameOrUnknown(one.address, other.address) &&
    sameOrUnknown(one.routerLinkAddress, other.routerLinkAddress)
  );
}

/**
 * The network of now, with what earlier looks at the same network told: else a router whose link-level address is not
 * known for a moment (A, unknown, B) would never be seen to be another.
 */
export function withKnown(now: NetworkIdentity, before: NetworkIdentity | null): NetworkIdentity {
  if (before === null || !isSameNetwork(before, now)) return now;
  return {
    ...now,
    address: now.address ?? before.address,
    routerLinkAddress: now.routerLinkAddress ?? before.routerLinkAddress,
  };
}

import { canonicalAddress } from "../network/address.ts";
import type { RouterHint } from "../snapshot/snapshot.ts";

/** What one DHCP lease says, as printed. */
export interface Lease {
  /** Interface name, or what stands for it until it is known. */
  readonly device: string | undefined;
  readonly address: string | undefined;
  /** Router addresses separated by blanks or commas, best first. */
  readonly routers: string | undefined;
}

/** The router hint of a lease; none when it misses a part. */
export function hintOfLease({ device, address, routers }: Lease): RouterHint[] {
  const leasedAddress = canonicalAddress(address ?? "");
  const router = canonicalAddress((routers ?? "").trim().split(/[\s,]+/)[0] ?? "");
  if (device === undefined || leasedAddress === null || router === null) return [];
  return [{ interface: device, router, origin: "dhcp", leasedAddress }];
}

import { parseAddress } from "../../../shared/network/address.ts";
import type { MacState } from "./state.ts";

/** What becomes of a connection, in the words of strerror(3) where connect(2) fails at once. */
export type Fate =
  | "reached"
  | "Network is unreachable"
  | "Can't assign requested address"
  | "No route to host"
  /** It goes out, or into the tunnel, and nothing comes back; the limit for SYN is 75 s. */
  | "Operation timed out";

/** What becomes of a TCP connection from this Mac to a public address now (macos-facts §2, openconnect-facts §1.5). */
export function connectTo(address: string, { kernel, configd }: MacState): Fate {
  const parsed = parseAddress(address);
  const row = parsed === null ? null : kernel.table.lookup(parsed, null);
  if (row === null) return "Network is unreachable";
  const isOwn = kernel.links().some(({ addresses }) => addresses.some((entry) => entry.address === row.source));
  // The source is the row's, whoever has it now (macos-facts §2.3).
  if (row.source !== null && !isOwn) return "Can't assign requested address";
  if (row.flags.includes("B") || row.flags.includes("R")) return "No route to host";
  const service = configd.services.find(({ device }) => device === row.interface);
  if (service === undefined) return "Operation timed out";
  const lease = configd.lease(service);
  if (lease === null || kernel.link(row.interface)?.status !== "active") return "No route to host";
  // A next hop on no network of the interface is never resolved; one that nobody has is asked for in vain.
  if (row.gateway !== lease.router) return "No route to host";
  return lease.hasInternet ? "reached" : "Operation timed out";
}

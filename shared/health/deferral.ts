import type { VpnClient } from "../clients/vpn-client.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import type { Facts } from "./facts.ts";
import { mayRepairFor } from "./pins.ts";
import { guardsUp } from "./route-guards.ts";

/**
 * Who mends it when Holdfast must not: the supervisor that runs the client, or the client itself, which guards its routes
 * or keeps its own way out of the tunnel (openconnect-facts §5). Empty for a client that Holdfast may repair for.
 */
export function deferralFor(client: VpnClient): CodedText[] {
  if (mayRepairFor(client)) return [];
  const { kind, managedBy } = client;
  if (managedBy !== null) return [codedText("left-to-supervisor", { client: kind, supervisor: managedBy })];
  return [codedText("left-to-client", { client: kind })];
}

/**
 * Who mends a pin whose client is not known: a guard that is up and may be the one that made it. Empty when Holdfast may
 * mend it.
 */
export function deferralWithoutOwner(facts: Facts): CodedText[] {
  const kinds = [...new Set(guardsUp(facts).map(({ kind }) => kind))].toSorted();
  return kinds.length === 0 ? [] : [codedText("left-to-guards", { clients: kinds })];
}

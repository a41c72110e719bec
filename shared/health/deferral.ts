import type { VpnClient } from "../clients/vpn-client.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import { mayRepairFor } from "./pins.ts";

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

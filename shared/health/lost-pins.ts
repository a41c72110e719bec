import type { VpnClient } from "../clients/vpn-client.ts";
import { destinationOf, isDefault } from "../network/route-prefix.ts";
import { isRoutableAddress } from "../network/special-prefixes.ts";
import { codedText } from "../snapshot/coded-text.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";
import { LINK } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import type { Facts } from "./facts.ts";
import type { Finding } from "./finding.ts";
import { hasPinForm } from "./pins.ts";
import { isHalfOfDefault } from "./split-default.ts";
import { connectedInterfaces } from "./uplink.ts";

/**
 * A living client whose server is not known, and no gateway pin at all in the table: then it was lost. openconnect's
 * scripts always pin; OpenVPN does when its tunnel takes everything. Which address it was for cannot be known, so nothing
 * is offered. A tunnel that takes everything takes openconnect's server for sure; OpenVPN's may be on the own network.
 */
export function noPinBeside(facts: Facts, client: VpnClient): Finding[] {
  const rows = facts.routes.filter((route) => route.interface === client.interface && !route.scoped);
  const takesAll = rows.some((route) => route.family === "inet" && (isDefault(route) || isHalfOfDefault(route)));
  if (rows.length === 0 || !mustPin(facts, client, takesAll) || !isEveryPinListed(facts)) return [];
  if (facts.routes.some((route) => hasPinForm(facts, route) || isOnLinkPin(facts, route))) return [];
  const certain = takesAll && client.kind === "openconnect";
  const args = { server: client.server ?? "", interface: client.interface ?? "" };
  return [
    {
      id: "gateway-pin-missing",
      severity: certain ? "error" : "warning",
      certainty: certain ? "likely" : "suspected",
      route: null,
      client,
      evidence: [codedText("no-pin-in-table", { client: client.kind, ...args })],
      args: { ...args, context: "unknown" },
      repair: [],
    },
  ];
}

// Instead of a pin, OpenVPN can be told to mark its packets, which rules then keep out of the tunnel.
function mustPin(facts: Facts, client: VpnClient, takesAll: boolean): boolean {
  if (client.kind === "openconnect") return true;
  const usesMarks = valuesOf(facts.snapshot.rules).some((rule) => rule.firewallMark !== null);
  return client.kind === "openvpn" && takesAll && !usesMarks;
}

// An IPv6 server is pinned in the other table, unless no interface has an address to reach it from.
function isEveryPinListed(facts: Facts): boolean {
  const { inet, inet6 } = facts.snapshot.routes;
  const inet6Impossible = facts.interfacesComplete && connectedInterfaces(facts, "inet6").length === 0;
  return isComplete(inet) && (isComplete(inet6) || inet6Impossible);
}

// A server on the own network needs no router: vpnc-script pins it to the link (capture 254).
function isOnLinkPin(facts: Facts, route: Route): boolean {
  const isForeign = route.protocol !== "kernel" && route.interface !== null && facts.isPhysical(route.interface);
  const isHostOnLink = route.host && route.gateway === LINK && route.type === "unicast";
  return isForeign && isHostOnLink && isRoutableAddress(destinationOf(route));
}

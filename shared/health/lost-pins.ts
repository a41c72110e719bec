import type { VpnClient } from "../clients/vpn-client.ts";
import { destinationOf, isDefault, nextHopOf } from "../network/route-prefix.ts";
import { isRoutableAddress } from "../network/special-prefixes.ts";
import { codedText } from "../snapshot/coded-text.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";
import { LINK } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import { takesInternet } from "./default-coverage.ts";
import { deferralFor } from "./deferral.ts";
import type { Facts } from "./facts.ts";
import type { Finding } from "./finding.ts";
import { isEveryWayListed } from "./known-forwarding.ts";
import { hasPinForm } from "./pins.ts";
import { isHalfOfDefault } from "./split-default.ts";

/**
 * A living client whose server is not known, and no gateway pin at all in the table: then it was lost. openconnect's
 * scripts always pin; OpenVPN does when its tunnel takes everything. Which address it was for cannot be known, so nothing
 * is offered. A tunnel that takes everything, with no other row beside it, takes openconnect's server for sure; OpenVPN's
 * may be on the own network.
 */
export function noPinBeside(facts: Facts, client: VpnClient): Finding[] {
  const rows = facts.routes.filter((route) => route.interface === client.interface && !route.scoped);
  const takesAll = rows.some((route) => route.family === "inet" && (isDefault(route) || isHalfOfDefault(route)));
  if (rows.length === 0 || !mustPin(facts, client, takesAll) || !isEveryWayListed(facts)) return [];
  if (facts.routes.some((route) => hasPinForm(facts, route) || isOnLinkPin(facts, route))) return [];
  const isLoop = takesInternet(facts, client.interface ?? "") && !isShared(facts, client);
  // Where the IPv6 table was not seen the pin may be in it, although no interface can use it now.
  const certain = client.kind === "openconnect" && isLoop && isComplete(facts.snapshot.routes.inet6);
  const args = { server: client.server ?? "", interface: client.interface ?? "" };
  return [
    {
      id: "gateway-pin-missing",
      severity: certain ? "error" : "warning",
      certainty: certain ? "likely" : "suspected",
      route: null,
      client,
      evidence: [codedText("no-pin-in-table", { client: client.kind, ...args }), ...deferralFor(client)],
      args: { ...args, context: "unknown" },
      repair: [],
    },
  ];
}

// Another tunnel, a static route or a null route may be what takes the server.
function isShared(facts: Facts, client: VpnClient): boolean {
  const { inet, inet6 } = facts.snapshot.routes;
  return [...valuesOf(inet), ...valuesOf(inet6)].some((route) => {
    const { interface: name, scoped, type, table } = route;
    if (scoped || name === client.interface || isDefault(route)) return false;
    if (name !== null && facts.isTunnel(name)) return true;
    const isMade = type !== "unicast" || nextHopOf(route) !== null;
    return isMade && table === "main" && isRoutableAddress(destinationOf(route));
  });
}

// Instead of a pin, OpenVPN can be told to mark its packets, which rules then keep out of the tunnel.
function mustPin(facts: Facts, client: VpnClient, takesAll: boolean): boolean {
  if (client.kind === "openconnect") return true;
  const usesMarks = valuesOf(facts.snapshot.rules).some((rule) => rule.firewallMark !== null);
  return client.kind === "openvpn" && takesAll && !usesMarks;
}

// A server on the own network needs no router: vpnc-script pins it to the link (capture 254).
function isOnLinkPin(facts: Facts, route: Route): boolean {
  const isForeign = route.protocol !== "kernel" && route.interface !== null && facts.isPhysical(route.interface);
  const isHostOnLink = route.host && route.gateway === LINK && route.type === "unicast";
  return isForeign && isHostOnLink && isRoutableAddress(destinationOf(route));
}

import { nudgeStep } from "../../clients/nudge.ts";
import type { VpnClient } from "../../clients/vpn-client.ts";
import { addressBits, parseAddress } from "../../network/address.ts";
import type { Address } from "../../network/address.ts";
import { destinationOf, isDefault } from "../../network/route-prefix.ts";
import { isRoutableAddress } from "../../network/special-prefixes.ts";
import { codedText } from "../../snapshot/coded-text.ts";
import { newRoute } from "../../snapshot/new-route.ts";
import { isComplete } from "../../snapshot/part.ts";
import { LINK } from "../../snapshot/route.ts";
import type { Route } from "../../snapshot/route.ts";
import type { Facts } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { hasPinForm, mayRepairFor } from "../pins.ts";
import { tunnelOwnership } from "../tunnels.ts";
import { connectedInterfaces, uplinkOf } from "../uplink.ts";

/** A living client whose server's address is routed into its own tunnel: its packets loop (openconnect-facts §0, state A). */
export function gatewayPinMissing(facts: Facts): Finding[] {
  return facts.clients
    .filter((client) => client.alive && client.family === "pins-host-route" && client.interface !== null)
    .flatMap((client) => {
      const looping = client.serverAddresses.flatMap((text) => {
        const address = parseAddress(text);
        const best = address === null ? null : facts.forwarding.best(address);
        return address !== null && best !== null && isLost(facts, client, best) ? [{ address, text, best }] : [];
      });
      if (client.serverAddresses.length === 0) return pinNeverSeen(facts, client);
      return looping.map(({ address, text, best }) => loop(facts, client, address, text, best));
    });
}

// In the client's own tunnel its packets loop; in a tunnel without owner they vanish. Another living tunnel may be meant.
function isLost(facts: Facts, client: VpnClient, best: Route): boolean {
  if (best.interface === null) return false;
  if (best.interface === client.interface) return true;
  return facts.isTunnel(best.interface) && tunnelOwnership(facts, best.interface) === "gone";
}

function loop(facts: Facts, client: VpnClient, address: Address, server: string, best: Route): Finding {
  return {
    id: "gateway-pin-missing",
    severity: "error",
    certainty: "proven",
    route: null,
    client,
    evidence: [
      codedText("server-routed-into-tunnel", {
        server,
        destination: best.destination,
        interface: best.interface ?? "",
      }),
    ],
    args: { server, interface: best.interface ?? "" },
    repair: repin(facts, client, address, server),
  };
}

function repin(facts: Facts, client: VpnClient, address: Address, server: string): Finding["repair"] {
  const uplink = uplinkOf(facts, address.family);
  if (uplink === null || !mayRepairFor(client)) return [];
  const destination = `${server}/${addressBits(address.family)}`;
  const route = newRoute({
    family: address.family,
    destination,
    gateway: uplink.gateway,
    interface: uplink.interface,
    host: true,
  });
  return [{ op: "add-route", route }, ...nudgeStep(client)];
}

// openconnect's scripts always pin. No pin at all beside a living tunnel means that it was lost; which address it was
// for cannot be known, so nothing is offered. A tunnel that takes everything takes the server, too.
function pinNeverSeen(facts: Facts, client: VpnClient): Finding[] {
  const rows = facts.routes.filter((route) => route.interface === client.interface);
  if (client.kind !== "openconnect" || rows.length === 0 || !isEveryPinListed(facts)) return [];
  if (facts.routes.some((route) => hasPinForm(facts, route) || isOnLinkPin(facts, route))) return [];
  const takesAll = rows.some((route) => route.family === "inet" && isDefault(route) && !route.scoped);
  return [
    {
      id: "gateway-pin-missing",
      severity: takesAll ? "error" : "warning",
      certainty: takesAll ? "likely" : "suspected",
      route: null,
      client,
      evidence: [codedText("no-pin-in-table", { interface: client.interface ?? "", server: client.server ?? "" })],
      args: { server: client.server ?? "", interface: client.interface ?? "" },
      repair: [],
    },
  ];
}

// An IPv6 server is pinned in the other table, unless no interface has an address to reach it from.
function isEveryPinListed(facts: Facts): boolean {
  const { inet, inet6 } = facts.snapshot.routes;
  const inet6Impossible = facts.interfacesComplete && connectedInterfaces(facts, "inet6").length === 0;
  return isComplete(inet) && (isComplete(inet6) || inet6Impossible);
}

// A server on the own network needs no router: vpnc-script pins it to the link (capture 254).
function isOnLinkPin(facts: Facts, route: Route): boolean {
  const foreign = route.protocol !== "kernel" && route.interface !== null && facts.isPhysical(route.interface);
  return (
    foreign &&
    route.host &&
    route.gateway === LINK &&
    route.type === "unicast" &&
    isRoutableAddress(destinationOf(route))
  );
}

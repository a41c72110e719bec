import { nudgeStep } from "../../clients/nudge.ts";
import type { VpnClient } from "../../clients/vpn-client.ts";
import { addressBits, parseAddress } from "../../network/address.ts";
import type { Address } from "../../network/address.ts";
import { codedText } from "../../snapshot/coded-text.ts";
import { newRoute } from "../../snapshot/new-route.ts";
import type { Route } from "../../snapshot/route.ts";
import { deferralFor } from "../deferral.ts";
import type { Facts } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { isForwardingKnown } from "../known-forwarding.ts";
import { noPinBeside } from "../lost-pins.ts";
import { onlyOtherFamily } from "../other-family.ts";
import { mayRepairFor } from "../pins.ts";
import { leadsIntoLostTunnel } from "../tunnels.ts";
import { uplinkOf } from "../uplink.ts";
import type { Uplink } from "../uplink.ts";

/** A living client whose server's address is routed into its own tunnel: its packets loop (openconnect-facts §0, state A). */
export function gatewayPinMissing(facts: Facts): Finding[] {
  return facts.clients
    .filter((client) => client.alive && client.family === "pins-host-route" && client.interface !== null)
    .flatMap((client) => {
      const looping = client.serverAddresses.flatMap((text) => {
        const address = parseAddress(text);
        // The pin may be among the rows that were not seen.
        const isKnown = address !== null && isForwardingKnown(facts, address.family);
        const best = isKnown ? facts.forwarding.best(address) : null;
        return address !== null && best !== null && isLost(facts, client, best) ? [{ address, text, best }] : [];
      });
      if (client.serverAddresses.length === 0) return noPinBeside(facts, client);
      return looping.map(({ address, text, best }) => loop(facts, client, address, text, best));
    });
}

// In the client's own tunnel its packets loop; in a tunnel without owner they vanish. Another living tunnel may be meant.
function isLost(facts: Facts, client: VpnClient, best: Route): boolean {
  if (best.interface === null) return false;
  if (best.interface === client.interface) return true;
  return leadsIntoLostTunnel(facts, best);
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
      ...onlyOtherFamily(facts, address.family, server),
      ...deferralFor(client),
    ],
    args: { server, interface: best.interface ?? "" },
    repair: repin(facts, client, address, server),
  };
}

function repin(facts: Facts, client: VpnClient, address: Address, server: string): Finding["repair"] {
  const uplink = uplinkOf(facts, address.family);
  if (uplink === null || !mayRepairFor(client)) return [];
  const destination = `${server}/${addressBits(address.family)}`;
  const { gateway, interface: name } = uplink;
  const route = newRoute({ family: address.family, destination, gateway, interface: name, host: true });
  return [{ op: "add-route", route: { ...route, ...asDefaultRow(facts, uplink) } }, ...nudgeStep(client)];
}

// vpnc-script copies metric and source address of the default row. With another metric its own pin, which it adds when the
// client reconnects, would stand beside this one, and only one of the two would be taken away in the end
// (openconnect-facts §2.5).
function asDefaultRow({ snapshot: { os } }: Facts, { route }: Uplink): Pick<Route, "metric" | "source"> {
  return os === "linux" && route !== null
    ? { metric: route.metric, source: route.source }
    : { metric: null, source: null };
}

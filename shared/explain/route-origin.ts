import type { VpnClient } from "../clients/vpn-client.ts";
import type { Facts } from "../health/facts.ts";
import { attributionOf, hasPinForm, pinOwner } from "../health/pins.ts";
import { formatAddress } from "../network/address.ts";
import { destinationOf } from "../network/route-prefix.ts";
import { codedText } from "../snapshot/coded-text.ts";
import { valuesOf } from "../snapshot/part.ts";
import type { Route } from "../snapshot/route.ts";
import { origin } from "./origin.ts";
import { darwinOrigin } from "./route-origin-darwin.ts";
import { linuxOrigin } from "./route-origin-linux.ts";
import type { RouteOrigin } from "./route-explanation.ts";

/**
 * Who put a row there, as far as that can be known: what the system notes with it first, then the program that holds its
 * tunnel or whose server it leads to, then the form that only one source gives its rows. No system keeps the process that
 * added a route, so `unknown` is an honest answer.
 */
export function originOf(facts: Facts, route: Route): RouteOrigin {
  const noted = facts.snapshot.os === "darwin" ? darwinOrigin(facts, route) : linuxOrigin(facts, route);
  if (noted?.certainty === "proven") return noted;
  return byTunnel(facts, route) ?? byPin(facts, route) ?? noted ?? NOBODY_KNOWS;
}

const NOBODY_KNOWS: RouteOrigin = {
  by: "unknown",
  certainty: "suspected",
  args: {},
  evidence: [codedText("origin-not-kept")],
};

function byTunnel(facts: Facts, route: Route): RouteOrigin | null {
  const name = route.interface;
  if (name === null || !facts.isTunnel(name)) return null;
  const client = facts.clients.find((entry) => entry.alive && entry.interface === name);
  const holder = valuesOf(facts.snapshot.tunnelOwners).find((owner) => owner.interface === name);
  if (client !== undefined) return ofClient(client, name, holder?.pid === client.pid);
  if (holder === undefined) return origin("tunnel-holder", "suspected", { interface: name }, []);
  const evidence = codedText("origin-tunnel-owner", { interface: name, pid: holder.pid });
  return origin("tunnel-holder", "likely", { interface: name }, [evidence]);
}

function ofClient(client: VpnClient, tunnel: string, isSeen: boolean): RouteOrigin {
  const args = { client: client.kind, pid: client.pid ?? 0, interface: tunnel };
  const evidence = codedText(isSeen ? "origin-tunnel-owner" : "origin-tunnel-inferred", args);
  return origin("client", "likely", args, [evidence]);
}

function byPin(facts: Facts, route: Route): RouteOrigin | null {
  const attribution = hasPinForm(facts, route) ? attributionOf(facts, route) : null;
  if (attribution === null) return null;
  const server = formatAddress(destinationOf(route));
  const evidence = [codedText(`pin-${attribution}`, { server })];
  const client = pinOwner(facts, destinationOf(route));
  if (client === null)
    return origin("vpn-script", attribution === "public-host" ? "suspected" : "likely", {}, evidence);
  return origin("client-pin", "likely", { client: client.kind, pid: client.pid ?? 0 }, evidence);
}

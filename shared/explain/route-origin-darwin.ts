import type { Facts } from "../health/facts.ts";
import { vpnTunnels } from "../health/tunnels.ts";
import { formatAddress } from "../network/address.ts";
import { isHostPrefix } from "../network/prefix.ts";
import { destinationOf, isDefault, nextHopOf } from "../network/route-prefix.ts";
import { isLinkLocalAddress, isLoopbackAddress, isMulticastAddress } from "../network/special-prefixes.ts";
import { isLoopbackInterface } from "../network/tunnel-names.ts";
import { codedText } from "../snapshot/coded-text.ts";
import { valuesOf } from "../snapshot/part.ts";
import { LINK } from "../snapshot/route.ts";
import type { Route } from "../snapshot/route.ts";
import { origin } from "./origin.ts";
import type { RouteOrigin } from "./route-explanation.ts";

/** Who put a row of macOS there, by its flags and by the forms that configd gives its rows (macos-facts §6). Null when neither tells. */
export function darwinOrigin(facts: Facts, route: Route): RouteOrigin | null {
  return byFlags(route) ?? bySystem(facts, route) ?? byService(facts, route);
}

function byFlags({ flags }: Route): RouteOrigin | null {
  const flagged = (flag: string, by: RouteOrigin["by"]) =>
    flags.includes(flag) ? origin(by, "proven", {}, [codedText("origin-flag", { flag })]) : null;
  return flagged("L", "neighbour") ?? flagged("W", "clone") ?? flagged("D", "redirect") ?? flagged("M", "redirect");
}

function bySystem(facts: Facts, route: Route): RouteOrigin | null {
  const destination = destinationOf(route);
  const name = route.interface ?? "";
  const evidence = [codedText("origin-system-form")];
  const ofUtun = facts.isTunnel(name) && !vpnTunnels(facts).includes(name);
  if (ofUtun) return origin("system-tunnel", "likely", { interface: name }, evidence);
  const isHousekeeping =
    isMulticastAddress(destination) || isLoopbackAddress(destination) || isLinkLocalAddress(destination);
  const isBroadcast = route.destination === "255.255.255.255/32";
  if (isHousekeeping || isBroadcast) return origin("kernel", "likely", {}, evidence);
  return isOwnAddressOnLoopback(facts, route) ? origin("kernel", "likely", {}, evidence) : null;
}

function isOwnAddressOnLoopback(facts: Facts, route: Route): boolean {
  if (!isLoopbackInterface(route.interface ?? "") || route.gateway !== LINK) return false;
  const text = formatAddress({ ...destinationOf(route), zone: null });
  return [...facts.interfaces.values()].some(({ addresses }) => addresses.some(({ address }) => address === text));
}

// configd installs for each service: the default by its router, the connected network, the router and the own address as
// `/32 link#N`. All carry S, which is no sign of a person (macos-facts §3.1, §6).
function byService(facts: Facts, route: Route): RouteOrigin | null {
  const name = route.interface ?? "";
  if (!facts.isPhysical(name)) return null;
  const args = { interface: name };
  const hint = valuesOf(facts.snapshot.routerHints).find((entry) => entry.interface === name);
  if (isDefault(route) && nextHopOf(route) !== null) {
    if (hint?.router === route.gateway)
      return origin("network-service", "proven", args, [
        codedText("origin-router-hint", { ...args, router: hint.router }),
      ]);
    return origin("network-service", "likely", args, [codedText("origin-service-form")]);
  }
  const isConnected = route.gateway === LINK && route.linkAddress === null && route.flags.includes("C");
  const isHostOnLink = isHostPrefix(destinationOf(route)) && route.gateway === LINK && !route.host;
  return isConnected || isHostOnLink
    ? origin("network-service", "likely", args, [codedText("origin-service-form")])
    : null;
}

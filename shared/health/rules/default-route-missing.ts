import { isHostPrefix } from "../../network/prefix.ts";
import { destinationOf, isDefault, nextHopOf } from "../../network/route-prefix.ts";
import { isRoutableAddress } from "../../network/special-prefixes.ts";
import type { Step } from "../../repair/step.ts";
import { codedText } from "../../snapshot/coded-text.ts";
import { LINK } from "../../snapshot/route.ts";
import { newRoute } from "../../snapshot/new-route.ts";
import { hasUsableDefault } from "../default-coverage.ts";
import type { Facts } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { isForwardingKnown } from "../known-forwarding.ts";
import { isUsable } from "../next-hop.ts";
import { connectedInterfaces, uplinkOf } from "../uplink.ts";
import type { Uplink } from "../uplink.ts";
import { defaultRouteStale } from "./default-route-stale.ts";

/** No usable unscoped IPv4 default, though an interface is connected; or, as a remark only, no network at all. */
export function defaultRouteMissing(facts: Facts): Finding[] {
  if (!isForwardingKnown(facts, "inet") || hasUsableDefault(facts) || isExplainedOtherwise(facts)) return [];
  const uplinks = connectedInterfaces(facts, "inet");
  const connected = uplinks.length > 0 || connectedByTable(facts);
  const router = uplinkOf(facts, "inet");
  const evidence = evidenceCode(facts, connected);
  return [
    {
      id: "default-route-missing",
      severity: connected ? "error" : "info",
      certainty: facts.interfacesComplete ? "proven" : "likely",
      route: null,
      client: null,
      evidence: [codedText(evidence, { interfaces: uplinks.map((entry) => entry.name) })],
      args: {
        interface: router?.interface ?? uplinks[0]?.name ?? "",
        gateway: router?.gateway ?? "",
        // i18next takes the wording of the finding's text from `context`.
        ...(evidence === "only-inet6-network" ? { context: "inet6" } : {}),
        ...(evidence === "no-network" ? { context: "offline" } : {}),
      },
      repair: router === null || !connected ? [] : [addDefault(router)],
    },
  ];
}

// A stale default has a finding of its own, with the better explanation; so have halves that lead nowhere over a default.
function isExplainedOtherwise(facts: Facts): boolean {
  if (defaultRouteStale(facts).some(({ route }) => route?.family === "inet")) return true;
  return facts.routes.some(
    (route) =>
      route.family === "inet" &&
      isDefault(route) &&
      !route.scoped &&
      nextHopOf(route) !== null &&
      isUsable(facts, route),
  );
}

function evidenceCode(facts: Facts, connected: boolean): string {
  if (connected) return "no-default-but-connected";
  return connectedInterfaces(facts, "inet6").length > 0 ? "only-inet6-network" : "no-network";
}

// Without a list of interfaces: a whole network directly on a physical interface, or a scoped default, shows a connection.
function connectedByTable(facts: Facts): boolean {
  if (facts.interfacesComplete) return false;
  return facts.routes.some((route) => {
    if (route.family !== "inet" || route.interface === null || !facts.isPhysical(route.interface)) return false;
    const destination = destinationOf(route);
    if (route.flags.includes("linkdown") || route.flags.includes("dead")) return false;
    if (isDefault(route)) return route.scoped && nextHopOf(route) !== null;
    return route.gateway === LINK && !isHostPrefix(destination) && isRoutableAddress(destination);
  });
}

function addDefault(uplink: Uplink): Step {
  return {
    op: "add-route",
    route: newRoute({
      family: "inet",
      destination: "0.0.0.0/0",
      gateway: uplink.gateway,
      interface: uplink.interface,
      host: false,
    }),
  };
}

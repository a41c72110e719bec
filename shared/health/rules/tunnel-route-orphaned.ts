import { isDefault } from "../../network/route-prefix.ts";
import type { Step } from "../../repair/step.ts";
import { codedText } from "../../snapshot/coded-text.ts";
import type { CodedText } from "../../snapshot/coded-text.ts";
import type { Route } from "../../snapshot/route.ts";
import { routesLeftByExtension } from "../extension-routes.ts";
import type { Facts } from "../facts.ts";
import type { Certainty, Finding } from "../finding.ts";
import { judgeNextHop } from "../next-hop.ts";
import { isForeignGatewayRoute } from "../pins.ts";
import { reboundFrom } from "../rebound.ts";
import { isHalfOfDefault } from "../split-default.ts";
import { livingTunnels, tunnelOwnership, tunnelRoutes } from "../tunnels.ts";

/** A route through a tunnel that is gone, down or without owner, or one that the kernel bound elsewhere when its tunnel closed. */
export function tunnelRouteOrphaned(facts: Facts): Finding[] {
  const names = [...facts.routesByInterface.keys()].filter(facts.isTunnel);
  return [
    ...names.flatMap((name) => throughDeadTunnel(facts, name)),
    ...names.flatMap((name) => throughStoppedExtension(facts, name)),
    ...boundElsewhere(facts),
  ];
}

function throughStoppedExtension(facts: Facts, name: string): Finding[] {
  const evidence = [codedText("tunnel-without-address", { interface: name }), codedText("no-client-alive", {})];
  return routesLeftByExtension(facts, name).map((route) => worded(orphan(route, "suspected", evidence), "extension"));
}

function throughDeadTunnel(facts: Facts, name: string): Finding[] {
  const isGone = tunnelOwnership(facts, name) === "gone";
  const isDown = facts.interfaces.get(name)?.up === false;
  if (!isGone && !isDown) return [];
  const why = codedText(evidenceCode(facts, name), { interface: name });
  return tunnelRoutes(facts, name)
    .filter((route) => route.protocol !== "kernel" && !isHalfOfDefault(route) && !isDefault(route))
    .map((route) => {
      const found = orphan(route, certaintyOf(facts, name), [why]);
      return isGone ? { ...found, repair: deletionOf(route) } : worded(found, "down");
    });
}

// The old tun kext tells nothing about its opener; that none runs is inferred from the list of processes.
function certaintyOf(facts: Facts, name: string): Certainty {
  const known = facts.interfaces.get(name);
  return known?.up === true && facts.snapshot.os === "darwin" ? "likely" : "proven";
}

function evidenceCode(facts: Facts, name: string): string {
  const known = facts.interfaces.get(name);
  if (known === undefined) return "interface-missing";
  return known.up ? "tunnel-without-owner" : "interface-down";
}

// While the tunnel lives, its client is the one to put the row back (capture 205).
function boundElsewhere(facts: Facts): Finding[] {
  const living = livingTunnels(facts);
  return facts.routes.flatMap((route) => {
    if (!isForeignGatewayRoute(facts, route) || isHalfOfDefault(route)) return [];
    const verdict = judgeNextHop(facts, route);
    if (verdict.state !== "dead") return [];
    const rebound = reboundFrom(facts, route);
    if (rebound === null) return [];
    const hasClient = rebound.tunnel !== null && living.includes(rebound.tunnel);
    const evidence = [rebound.evidence, ...verdict.evidence];
    const found = orphan(route, "likely", evidence);
    return [hasClient ? worded(found, "elsewhere") : { ...found, repair: deletionOf(route) }];
  });
}

function deletionOf(route: Route): Step[] {
  return [{ op: "delete-route", route }];
}

// i18next takes the wording of the finding's text from `context`.
function worded(found: Finding, context: "down" | "elsewhere" | "extension"): Finding {
  return { ...found, args: { ...found.args, context } };
}

function orphan(route: Route, certainty: Certainty, evidence: CodedText[]): Finding {
  const { destination, gateway } = route;
  const args = { destination, interface: route.interface ?? "", gateway };
  return {
    id: "tunnel-route-orphaned",
    severity: "warning",
    certainty,
    route,
    client: null,
    evidence,
    args,
    repair: [],
  };
}

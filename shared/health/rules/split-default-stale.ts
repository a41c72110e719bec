import { isDefault } from "../../network/route-prefix.ts";
import { codedText } from "../../snapshot/coded-text.ts";
import type { CodedText } from "../../snapshot/coded-text.ts";
import type { Route } from "../../snapshot/route.ts";
import type { Facts } from "../facts.ts";
import type { Certainty, Finding } from "../finding.ts";
import { heldBackByNobody } from "../held-back-internet.ts";
import { judgeNextHop } from "../next-hop.ts";
import { isHalfOfDefault } from "../split-default.ts";
import { tunnelOwnership } from "../tunnels.ts";

/**
 * Halves of the default route that lead into a dead next hop or a tunnel without owner, and great parts of the internet
 * that nobody holds back any more; one finding for each row.
 */
export function splitDefaultStale(facts: Facts): Finding[] {
  return [...throughDeadHop(facts), ...heldBack(facts)];
}

function heldBack(facts: Facts): Finding[] {
  const why = { certainty: "suspected", evidence: [codedText("no-client-alive", {})] } as const;
  return heldBackByNobody(facts)
    .filter((route) => !isDefault(route))
    .map((route) => {
      const found = stale(route, why);
      return { ...found, severity: "warning", args: { ...found.args, context: "held" } };
    });
}

function throughDeadHop(facts: Facts): Finding[] {
  return facts.routes.flatMap((route) => {
    if (!isHalfOfDefault(route) || route.scoped || route.type !== "unicast" || route.interface === null) return [];
    const proof = proofOfDeath(facts, route, route.interface);
    return proof === null ? [] : [stale(route, proof)];
  });
}

interface Proof {
  readonly certainty: Certainty;
  readonly evidence: readonly CodedText[];
}

function proofOfDeath(facts: Facts, route: Route, interfaceName: string): Proof | null {
  const verdict = judgeNextHop(facts, route);
  if (verdict.state === "dead") return verdict;
  if (!facts.isTunnel(interfaceName) || tunnelOwnership(facts, interfaceName) !== "gone") return null;
  return { certainty: "proven", evidence: [codedText("tunnel-without-owner", { interface: interfaceName })] };
}

function stale(route: Route, proof: Proof): Finding {
  return {
    id: "split-default-stale",
    severity: "error",
    certainty: proof.certainty,
    route,
    client: null,
    evidence: [...proof.evidence],
    args: { destination: route.destination, interface: route.interface ?? "", gateway: route.gateway },
    repair: [{ op: "delete-route", route }],
  };
}

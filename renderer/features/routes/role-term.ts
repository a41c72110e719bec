import type { GlossaryTerm } from "../../../shared/explain/glossary.ts";
import type { RouteRole } from "../../../shared/explain/route-role.ts";

const TERMS: Readonly<Record<RouteRole, GlossaryTerm>> = {
  default: "default-route",
  "scoped-default": "scoped-route",
  "tunnel-default": "full-tunnel",
  tunnel: "tunnel",
  "gateway-pin": "gateway-pin",
  connected: "on-link",
  static: "next-hop",
  "own-address": "source-address",
  neighbour: "neighbour",
  clone: "cloned-route",
  loopback: "loopback",
  "link-local": "link-local",
  multicast: "multicast",
  broadcast: "broadcast",
  blocked: "blackhole",
  "other-table": "policy-rule",
};

/** The term of the glossary that explains a role; null for a role that it does not know. */
export function roleTerm(role: string): GlossaryTerm | null {
  const terms: Readonly<Record<string, GlossaryTerm>> = TERMS;
  return terms[role] ?? null;
}

import type { FindingId } from "./finding.ts";
import type { Rule } from "./rule.ts";
import { captiveNetwork } from "./rules/captive-network.ts";
import { clientResidue } from "./rules/client-residue.ts";
import { clientStuck } from "./rules/client-stuck.ts";
import { defaultRouteMissing } from "./rules/default-route-missing.ts";
import { defaultRouteStale } from "./rules/default-route-stale.ts";
import { gatewayPinForeign } from "./rules/gateway-pin-foreign.ts";
import { gatewayPinMissing } from "./rules/gateway-pin-missing.ts";
import { gatewayPinStale } from "./rules/gateway-pin-stale.ts";
import { gatewayRouteUnreachable } from "./rules/gateway-route-unreachable.ts";
import { resolverStale } from "./rules/resolver-stale.ts";
import { scriptMarksLeft } from "./rules/script-marks-left.ts";
import { splitDefaultStale } from "./rules/split-default-stale.ts";
import { tunnelDead } from "./rules/tunnel-dead.ts";
import { tunnelRouteOrphaned } from "./rules/tunnel-route-orphaned.ts";
import { tunnelsConflict } from "./rules/tunnels-conflict.ts";

/** An entry of the catalogue: the rule, and the findings that explain it away when they are there. */
export interface CatalogueEntry {
  readonly id: FindingId;
  readonly rule: Rule;
  /** A finding is hidden while one of these is present: it is only their consequence. */
  readonly dependsOn: readonly FindingId[];
  /** A finding is hidden where one of these is about the same row: it says less about it. */
  readonly yieldsTo?: readonly FindingId[];
}

/** Every finding that Holdfast can make. To add one, write its rule and name it here. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  { id: "gateway-pin-stale", rule: gatewayPinStale, dependsOn: [] },
  { id: "gateway-pin-foreign", rule: gatewayPinForeign, dependsOn: [], yieldsTo: ["gateway-pin-stale"] },
  { id: "gateway-pin-missing", rule: gatewayPinMissing, dependsOn: [] },
  { id: "default-route-stale", rule: defaultRouteStale, dependsOn: [] },
  { id: "default-route-missing", rule: defaultRouteMissing, dependsOn: [] },
  { id: "split-default-stale", rule: splitDefaultStale, dependsOn: [] },
  { id: "tunnel-route-orphaned", rule: tunnelRouteOrphaned, dependsOn: [] },
  {
    id: "tunnel-dead",
    rule: tunnelDead,
    dependsOn: [
      "gateway-pin-stale",
      "gateway-pin-foreign",
      "gateway-pin-missing",
      "default-route-missing",
      "default-route-stale",
    ],
  },
  {
    id: "client-stuck",
    rule: clientStuck,
    dependsOn: [
      "gateway-pin-stale",
      "gateway-pin-foreign",
      "gateway-pin-missing",
      "default-route-missing",
      "default-route-stale",
      "split-default-stale",
      "tunnel-dead",
    ],
  },
  {
    id: "captive-network",
    rule: captiveNetwork,
    dependsOn: ["default-route-missing", "default-route-stale"],
  },
  { id: "resolver-stale", rule: resolverStale, dependsOn: [] },
  { id: "client-residue", rule: clientResidue, dependsOn: [] },
  { id: "script-marks-left", rule: scriptMarksLeft, dependsOn: [] },
  { id: "tunnels-conflict", rule: tunnelsConflict, dependsOn: ["tunnel-route-orphaned", "split-default-stale"] },
  { id: "gateway-route-unreachable", rule: gatewayRouteUnreachable, dependsOn: [] },
];

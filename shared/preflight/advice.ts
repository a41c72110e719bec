import type { Facts } from "../health/facts.ts";
import type { Finding, FindingId } from "../health/finding.ts";
import { connectedInterfaces, uplinkOf } from "../health/uplink.ts";
import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import type { NameLookup, Outcome, Way } from "./preflight-report.ts";

/** What the advice rests on. */
export interface Scene {
  readonly facts: Facts;
  readonly findings: readonly Finding[];
}

/** What helps where no finding has a repair, by the outcome: keys of `preflight:advice`. */
const BY_OUTCOME: Partial<Record<Outcome, string>> = {
  "no-network": "join-network",
  "no-route": "rejoin-network",
  "only-scoped-default": "rejoin-network",
  "inet6-only-network": "other-network",
  "no-inet6": "use-inet4",
  "next-hop-silent": "rejoin-network",
  "link-lost": "plug-in",
  "stale-route": "ask-owner",
  "zone-missing": "add-zone",
  "not-a-host": "other-address",
  "loops-into-own-tunnel": "restart-client",
  "into-dead-tunnel": "restart-client",
  dropped: "end-block",
  "refused-here": "end-block",
  unknown: "run-doctor",
};

/** What to do about the first way that fails, or about names that cannot be looked up; nothing when all is well. */
export function adviceFor(
  lookup: NameLookup,
  ways: readonly Way[],
  nameServers: readonly Way[],
  scene: Scene,
): CodedText[] {
  if (lookup.state === "failed") return adviceOnNames(lookup, nameServers, scene);
  if (ways[0]?.works === "yes") return [];
  const [first] = ways;
  return first === undefined ? [] : adviceOnWay(first, scene);
}

function adviceOnWay(way: Way, scene: Scene): CodedText[] {
  const repair = way.finding === null ? null : repairBy(way.finding, scene.findings);
  if (repair !== null) return [repair];
  return [codedText(codeFor(way, scene), { address: way.address, interface: way.interface ?? "" })];
}

// Without a router of the present network nobody can put a route right: that comes first.
function codeFor({ outcome, finding }: Way, { facts, findings }: Scene): string {
  if (finding === "captive-network") return "sign-in";
  if (outcome === "dropped" && finding !== null) return "run-doctor";
  if (outcome === "through-tunnel" && finding !== null) return "restart-client";
  const byOutcome = BY_OUTCOME[outcome] ?? "run-doctor";
  if (outcome !== "stale-pin" && outcome !== "into-dead-tunnel") return byOutcome;
  const families = ["inet", "inet6"] as const;
  if (families.every((family) => uplinkOf(facts, family) === null)) {
    const isConnected = families.some((family) => connectedInterfaces(facts, family).length > 0);
    return isConnected ? "rejoin-network" : "join-network";
  }
  const isOfClient = findings.some(({ id, client }) => id === finding && client !== null);
  return isOfClient ? "restart-client" : byOutcome;
}

function repairBy(id: FindingId, findings: readonly Finding[]): CodedText | null {
  const repairable = findings.filter((finding) => finding.id === id && finding.repair.length > 0);
  if (repairable.length === 0) return null;
  const isSelected = repairable.some(({ certainty }) => certainty !== "suspected");
  return codedText(isSelected ? "clean" : "clean-only", { finding: id });
}

function adviceOnNames(
  lookup: NameLookup & { state: "failed" },
  nameServers: readonly Way[],
  scene: Scene,
): CodedText[] {
  const stale = repairBy("resolver-stale", scene.findings);
  const cut = nameServers.find(({ works }) => works === "no");
  const onWay = cut === undefined ? [] : adviceOnWay(cut, scene);
  const advice = [...(stale === null ? [] : [stale]), ...onWay];
  if (advice.length > 0) return advice;
  return [codedText(lookup.reason === "not-found" ? "check-name" : "check-resolver")];
}

import type { Assessment, FindingId } from "../../shared/health/finding.ts";

/** How each label of data/README.md is held against an assessment ("From labels to findings"). */
export function satisfies(label: string, assessment: Assessment, staleDestinations: readonly string[]): boolean {
  const has = (...ids: FindingId[]) => assessment.findings.some((finding) => ids.includes(finding.id));
  const errors = assessment.findings.filter((finding) => finding.severity === "error");
  switch (label) {
    case "no-default-route":
      return has("default-route-missing", "default-route-stale");
    case "stale-gateway-pin":
      return assessment.findings.some(
        (finding) =>
          ["gateway-pin-stale", "gateway-pin-foreign", "gateway-route-unreachable"].includes(finding.id) &&
          finding.route !== null &&
          staleDestinations.includes(finding.route.destination),
      );
    case "orphan-tunnel-routes":
      return has("tunnel-route-orphaned", "split-default-stale");
    case "conflicting-vpns":
      return has("tunnels-conflict");
    case "dead-tunnel":
      return has("gateway-pin-missing", "tunnel-dead", "client-stuck");
    case "healthy-vpn":
      return ["up", "degraded"].includes(assessment.state) && errors.length === 0;
    case "no-vpn":
      return ["off", "residue", "offline"].includes(assessment.state) && errors.every((finding) => finding.certainty !== "proven");
    case "unknown":
      return !assessment.findings.some((finding) => finding.certainty === "proven" && finding.route !== null);
    default:
      throw new Error(`unknown label ${label}`);
  }
}

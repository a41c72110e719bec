import type { Finding } from "../../../shared/health/finding.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import type { ShownLook } from "./moment.ts";
import type { Notice } from "./notice.ts";

/** Something that keeps a VPN from working and that a repair would put right. */
interface Block {
  /** The same for the same block in every look. */
  readonly key: string;
  readonly notice: Extract<Notice, { readonly kind: "vpn-blocked-alive" | "vpn-blocked-residue" }>;
}

/** The blocks that a look shows, worst first. */
export function blocksOf({ assessment, plan }: ShownLook): Block[] {
  const { state, findings } = assessment;
  if (state !== "broken" && state !== "residue") return [];
  const kind = state === "broken" ? "vpn-blocked-alive" : "vpn-blocked-residue";
  return findings
    .filter((finding) => finding.severity === "error")
    .flatMap((finding) => {
      const repair = plan.steps.filter((step) => step.selected && step.finding === finding.id).map(({ step }) => step);
      return repair.length === 0 ? [] : [{ key: keyOf(finding), notice: { kind, finding: finding.id, repair } }];
    });
}

function keyOf(finding: Finding): string {
  return `${finding.id} ${finding.route === null ? "" : routeKey(finding.route)}`;
}

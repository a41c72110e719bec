import type { FindingId } from "../../../shared/health/finding.ts";
import type { Moment, ShownLook } from "./moment.ts";
import type { Notice } from "./notice.ts";

/** The verdict on a VPN is held back that long after a change of network (shared/health/settling.ts), in milliseconds. */
const SETTLING = 15_000;

/**
 * Whether what a notice says is no longer so, or has come to its end. `shownAt` is when the last change of network was
 * shown. What is not known does not make a notice untrue.
 */
export function isOver(notice: Notice, shownAt: number | null, { look, keepAlive, at }: Moment): boolean {
  switch (notice.kind) {
    case "network-changed":
    case "network-changed-kept":
      return shownAt !== null && at - shownAt > SETTLING && look !== null && hasVerdict(look);
    case "kept-alive-back":
      return false;
    case "kept-alive-gave-up":
      return keepAlive.state !== "gave-up";
    case "kept-alive-refused":
      return keepAlive.state !== "refused";
    case "vpn-blocked-alive":
    case "vpn-blocked-residue":
      return look !== null && !mayStillHave(notice.finding, look);
  }
}

function hasVerdict({ assessment }: ShownLook): boolean {
  return assessment.state !== "recovering" && assessment.state !== "unknown";
}

// While another change of network settles, the finding may be there and not be called broken.
function mayStillHave(finding: FindingId, { assessment }: ShownLook): boolean {
  return assessment.state === "unknown" || assessment.findings.some(({ id }) => id === finding);
}

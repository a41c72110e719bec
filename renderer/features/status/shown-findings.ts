import type { Assessment, Finding } from "../../../shared/health/finding.ts";

/**
 * The findings that the first view lists. None while the verdict is held back. Without a network the remarks that follow
 * from having none are left out: the headline says it.
 */
export function shownFindings({ state, findings }: Assessment): readonly Finding[] {
  if (state === "recovering") return [];
  return state === "offline" ? findings.filter((finding) => finding.severity !== "info") : findings;
}

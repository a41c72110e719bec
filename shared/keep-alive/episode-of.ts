import type { KeepAliveReport } from "../contract/keep-alive.ts";
import { repairPhrases } from "../explain/repair-label.ts";
import type { KeptAliveEvent } from "../history/timeline.ts";
import { doneFor } from "./follow-report.ts";
import type { Followed } from "./follow-report.ts";

/** What the timeline says of a trouble that this report ends; null when it ends none. `before` is what was known until then. */
export function episodeOf(before: Followed, report: KeepAliveReport): KeptAliveEvent | null {
  if (report.kind !== "back" && report.kind !== "refused" && report.kind !== "gave-up") return null;
  const { silence, byItself } = report.kind === "back" ? report : { silence: null, byItself: false };
  const phrases = repairPhrases(doneFor(before, report.client));
  return { kind: "kept-alive", outcome: report.kind, silence, phrases, byItself };
}

import type { Assessment } from "../../../shared/health/finding.ts";

/** How loudly the first view speaks. */
export type Tone = "ok" | "calm" | "warn" | "bad";

/** The tone of a verdict. Leftovers that are no error are mentioned calmly: nothing is in the way. */
export function toneOf({ state, findings }: Assessment): Tone {
  const hasError = findings.some((finding) => finding.severity === "error");
  switch (state) {
    case "up":
      return "ok";
    case "off":
    case "offline":
    case "recovering":
      return "calm";
    case "degraded":
    case "unknown":
      return "warn";
    case "broken":
      return "bad";
    case "residue":
      return hasError ? "bad" : "calm";
  }
}

/** Ground of the stage for each tone, also as the variable that labels in the picture take for their halo. */
export const STAGE: Readonly<Record<Tone, string>> = {
  ok: "bg-ok-ground [--stage:var(--ok-ground)]",
  calm: "bg-calm-ground [--stage:var(--calm-ground)]",
  warn: "bg-warn-ground [--stage:var(--warn-ground)]",
  bad: "bg-bad-ground [--stage:var(--bad-ground)]",
};

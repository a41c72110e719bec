import type { CodedText } from "../snapshot/coded-text.ts";
import type { Step } from "../repair/step.ts";

/**
 * What a repair will do, as verb phrases in the order of the steps; each is a key of `app:repair.phrase` with a count.
 * A replaced or added route with a nudge behind it reads "move 1 route and reconnect". Empty for no steps.
 */
export function repairPhrases(steps: readonly Step[]): CodedText[] {
  const counts = new Map<string, number>();
  for (const step of steps) {
    const phrase = phraseOf(step);
    counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return [...counts].map(([code, count]) => ({ code, args: { count } }));
}

function phraseOf(step: Step): string {
  switch (step.op) {
    case "delete-route":
      return "delete-route";
    case "add-route":
      return isDefault(step.route.destination) ? "restore-default" : "add-route";
    case "replace-route":
      return "move-route";
    case "nudge-client":
      return "reconnect";
    case "clear-resolver":
      return "clear-resolver";
    case "remove-state-file":
      return "remove-file";
  }
}

function isDefault(destination: string): boolean {
  return destination === "0.0.0.0/0" || destination === "::/0";
}

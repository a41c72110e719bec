import type { Story } from "./story.ts";
import type { VerdictCode } from "./verdict-rules.ts";

/** What happens next if nobody does anything; words for people are in the locales under the code. */
export type OutlookCode =
  | "retries-in-vain"
  | "last-pause"
  | "retries"
  | "reconnects"
  | "breaks-off"
  | "tries-udp-again"
  | "goes-on"
  | "next-start-fails"
  | "stays-ended"
  | "waits-for-sign-in"
  | "connects"
  | "unknown";

/** Verdicts that name a route: no attempt succeeds until it is right, whoever makes it (openconnect-facts §0). */
const ROUTE_AT_FAULT: ReadonlySet<VerdictCode> = new Set<VerdictCode>(["stale-pin", "server-route-lost"]);

/** What happens next, as a coded text. Arguments: seconds as the client printed them, empty when it did not. */
export interface Outlook {
  readonly code: OutlookCode;
  readonly args: { readonly pauseSeconds: string; readonly remainingSeconds: string };
}

interface OutlookRule {
  readonly code: OutlookCode;
  readonly when: (story: Story, verdict: VerdictCode) => boolean;
}

/** The first that holds is said. openconnect's loop gives up once its remaining time is used up (openconnect-facts §1.3). */
const OUTLOOKS: readonly OutlookRule[] = [
  { code: "next-start-fails", when: (story, verdict) => story.phase === "ended" && ROUTE_AT_FAULT.has(verdict) },
  { code: "stays-ended", when: ({ phase }) => phase === "ended" },
  { code: "retries-in-vain", when: (story, verdict) => story.phase === "lost" && ROUTE_AT_FAULT.has(verdict) },
  { code: "last-pause", when: (story) => story.phase === "lost" && (remainingAfterPause(story) ?? 1) <= 0 },
  { code: "retries", when: (story) => story.phase === "lost" && story.marks.has("retry-pause") },
  { code: "reconnects", when: ({ phase }) => phase === "lost" },
  { code: "breaks-off", when: (story, verdict) => story.phase === "up" && verdict === "network-changed" },
  { code: "tries-udp-again", when: (story, verdict) => story.phase === "up" && verdict === "connected-without-udp" },
  { code: "goes-on", when: ({ phase }) => phase === "up" },
  { code: "waits-for-sign-in", when: (story) => story.phase === "connecting" && story.marks.has("sign-in-failed") },
  { code: "next-start-fails", when: (story, verdict) => story.phase === "connecting" && ROUTE_AT_FAULT.has(verdict) },
  { code: "connects", when: ({ phase }) => phase === "connecting" },
  { code: "unknown", when: () => true },
];

/** Every code that a log can end with. */
export const OUTLOOK_CODES: readonly OutlookCode[] = [...new Set(OUTLOOKS.map(({ code }) => code))];

/** What happens next, by where the client stands and what the verdict is. */
export function outlookOf(story: Story, verdict: VerdictCode): Outlook {
  const { code } = OUTLOOKS.find(({ when }) => when(story, verdict)) ?? { code: "unknown" as const };
  const { pauseSeconds = "", remainingSeconds = "" } = story.marks.get("retry-pause")?.args ?? {};
  return { code, args: { pauseSeconds, remainingSeconds } };
}

// "sleep 90s, remaining timeout 30s": the pause is taken off afterwards, and the attempt after it is the last one.
function remainingAfterPause({ marks }: Story): number | null {
  const args = marks.get("retry-pause")?.args;
  if (args === undefined) return null;
  return Number(args["remainingSeconds"]) - Number(args["pauseSeconds"]);
}

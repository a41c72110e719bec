import type { KeepAliveStatus } from "../../../shared/contract/keep-alive-status.ts";
import type { Notice } from "./notice.ts";

/** How keep-alive went until now and how it goes from now on, and what is the case besides. */
export interface KeepAliveNoticeInput {
  readonly before: KeepAliveStatus;
  readonly now: KeepAliveStatus;
  readonly popoverVisible: boolean;
  readonly paused: boolean;
}

/** What to say when a trouble that keep-alive saw has ended, or null. Each end is said once. */
export function decideKeepAliveNotice({ before, now, popoverVisible, paused }: KeepAliveNoticeInput): Notice | null {
  if (popoverVisible || paused || JSON.stringify(before) === JSON.stringify(now)) return null;
  if (now.state === "back") return { kind: "kept-alive-back", silence: now.silence };
  if (now.state === "gave-up") return { kind: "kept-alive-gave-up", tries: now.tries };
  return now.state === "refused" ? { kind: "kept-alive-refused" } : null;
}

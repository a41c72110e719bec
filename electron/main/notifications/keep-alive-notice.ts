import type { KeepAliveStatus } from "../../../shared/contract/keep-alive-status.ts";
import { blocksOf } from "./blocks.ts";
import type { Moment } from "./moment.ts";
import type { Notice } from "./notice.ts";

/** What there is to say when a trouble that keep-alive saw has ended since `before`, or null. Each end is said once. */
export function keepAliveNotice(
  before: KeepAliveStatus,
  { keepAlive: now, look }: Pick<Moment, "keepAlive" | "look">,
): Notice | null {
  if (JSON.stringify(before) === JSON.stringify(now)) return null;
  if (now.state === "back") return { kind: "kept-alive-back", silence: now.silence };
  if (now.state === "refused") return { kind: "kept-alive-refused" };
  if (now.state !== "gave-up") return null;
  const [block] = look === null ? [] : blocksOf(look);
  return { kind: "kept-alive-gave-up", tries: now.tries, finding: block?.notice.finding ?? null };
}

import type { LogLine } from "./log-line.ts";

/**
 * What a line's explanation depends on, as text: lines of the same kind need it once. Null when there is nothing to explain, or the
 * line goes on with the message above it.
 */
export function messageKind({ messageId, errorTexts, role }: LogLine): string | null {
  if ((messageId === null && errorTexts.length === 0) || role === "continuation") return null;
  return [messageId, ...errorTexts].join(" ");
}

import { isComplete, valuesOf } from "./part.ts";
import type { Snapshot } from "./snapshot.ts";

/** Whether an interface exists; `unknown` when the list that would tell is not complete. */
export type Presence = "present" | "absent" | "unknown";

/** Columns of `netstat -rn` up to macOS 11: names are cut to 7 characters, in the IPv6 table to 8 (macos-facts §3.2). */
const NARROWEST_COLUMN = 7;

/**
 * Whether an interface of this name exists. A name that may be the beginning of a longer one is `unknown`: on an old
 * macOS `utun102` in the table can mean `utun1024`, and its routes work.
 */
export function presenceOf(name: string, snapshot: Snapshot): Presence {
  const names = valuesOf(snapshot.interfaces).map((entry) => entry.name);
  if (names.includes(name)) return "present";
  const mayBeCut = snapshot.os === "darwin" && name.length >= NARROWEST_COLUMN;
  if (mayBeCut && names.some((known) => known.startsWith(name))) return "unknown";
  return isComplete(snapshot.interfaces) ? "absent" : "unknown";
}

import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import type { NameLookup, ServerTarget, Way, Works } from "./preflight-report.ts";

/** Whether a client gets through, and the one sentence that says so: a key of `preflight:verdict`. */
export interface Verdict {
  readonly works: Works;
  readonly verdict: CodedText;
}

/**
 * Weighs the ways to all addresses of a server: clients try them in order, and one that works is enough. `nameServers` are
 * the ways to the name servers after a failed look-up, null when they are not known.
 */
export function verdictOf(
  { host, port }: ServerTarget,
  lookup: NameLookup,
  ways: readonly Way[],
  nameServers: readonly Way[] | null,
): Verdict {
  const args = { host, port };
  if (lookup.state === "failed") return { works: "no", verdict: codedText(lookupCode(lookup, nameServers), args) };
  const working = ways.findIndex(({ works }) => works === "yes");
  if (working === 0) return { works: "yes", verdict: codedText("yes", args) };
  if (working > 0) return { works: "yes", verdict: codedText("yes-later", { ...args, count: working }) };
  const isOpen = ways.length === 0 || ways.some(({ works }) => works === "unknown");
  return { works: isOpen ? "unknown" : "no", verdict: codedText(isOpen ? "unknown" : "no", args) };
}

// Without a network macOS answers "no such name", too: the ways to the name servers tell it apart. A resolver of this
// computer itself (127.0.0.53) only passes on what others answer.
function lookupCode({ reason }: NameLookup & { state: "failed" }, nameServers: readonly Way[] | null): string {
  if (nameServers?.length === 0) return "name-server-none";
  const beyond = (nameServers ?? []).filter(({ outcome }) => outcome !== "this-computer");
  const cut = beyond.length > 0 && beyond.every(({ works }) => works === "no");
  if (cut) return "name-server-unreachable";
  return reason === "not-found" ? "name-not-found" : "name-no-answer";
}

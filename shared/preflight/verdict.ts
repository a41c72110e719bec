import { codedText } from "../snapshot/coded-text.ts";
import type { CodedText } from "../snapshot/coded-text.ts";
import type { NameLookup, ServerTarget, Way, Works } from "./preflight-report.ts";

/** Whether a client gets through, and the one sentence that says so: a key of `preflight:verdict`. */
export interface Verdict {
  readonly works: Works;
  readonly verdict: CodedText;
}

/** Weighs the ways to all addresses of a server: clients try them in order, and one that works is enough. */
export function verdictOf(
  { host, port }: ServerTarget,
  lookup: NameLookup,
  ways: readonly Way[],
  nameServers: readonly Way[],
): Verdict {
  const args = { host, port };
  if (lookup.state === "failed") return { works: "no", verdict: codedText(lookupCode(lookup, nameServers), args) };
  const working = ways.findIndex(({ works }) => works === "yes");
  if (working === 0) return { works: "yes", verdict: codedText("yes", args) };
  if (working > 0) return { works: "yes", verdict: codedText("yes-later", { ...args, count: working }) };
  const isOpen = ways.length === 0 || ways.some(({ works }) => works === "unknown");
  return { works: isOpen ? "unknown" : "no", verdict: codedText(isOpen ? "unknown" : "no", args) };
}

function lookupCode({ reason }: NameLookup & { state: "failed" }, nameServers: readonly Way[]): string {
  const cut = nameServers.length > 0 && nameServers.every(({ works }) => works === "no");
  if (reason === "not-found" && !cut) return "name-not-found";
  return cut ? "name-server-unreachable" : "name-no-answer";
}

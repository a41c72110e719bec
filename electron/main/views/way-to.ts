import { everyFinding } from "../../../shared/health/assess.ts";
import { factsOf } from "../../../shared/health/facts.ts";
import type { History } from "../../../shared/history/history.ts";
import { parseAddress } from "../../../shared/network/address.ts";
import type { Way } from "../../../shared/preflight/preflight-report.ts";
import { askAbout } from "../../../shared/preflight/question.ts";
import { wayTo } from "../../../shared/preflight/way.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";

/** Which row takes packets to the address and why not the others; null when the text is no address (yet). */
export function wayToText(text: string, snapshot: Snapshot, history: History): Way | null {
  const address = parseAddress(text.trim());
  if (address === null) return null;
  const facts = factsOf(snapshot, history);
  return wayTo(askAbout(facts, everyFinding(facts), address, null));
}

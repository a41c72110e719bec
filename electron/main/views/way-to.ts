import { everyFinding } from "../../../shared/health/assess.ts";
import type { Facts } from "../../../shared/health/facts.ts";
import { parseAddress } from "../../../shared/network/address.ts";
import type { Way } from "../../../shared/preflight/preflight-report.ts";
import { askAbout } from "../../../shared/preflight/question.ts";
import { wayTo } from "../../../shared/preflight/way.ts";

/** Which row takes packets to the address and why not the others; null when the text is no address (yet). */
export function wayToText(text: string, facts: Facts): Way | null {
  const address = parseAddress(text.trim());
  return address === null ? null : wayTo(askAbout(facts, everyFinding(facts), address, null));
}

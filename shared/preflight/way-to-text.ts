import { everyFinding } from "../health/assess.ts";
import type { Facts } from "../health/facts.ts";
import { parseAddress } from "../network/address.ts";
import type { Way } from "./preflight-report.ts";
import { askAbout } from "./question.ts";
import { wayTo } from "./way.ts";

/** Which row takes packets to the address and why not the others; null when the text is no address (yet). */
export function wayToText(text: string, facts: Facts): Way | null {
  const address = parseAddress(text.trim());
  return address === null ? null : wayTo(askAbout(facts, everyFinding(facts), address, null));
}

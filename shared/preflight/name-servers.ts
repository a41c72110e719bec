import type { Facts } from "../health/facts.ts";
import type { Finding } from "../health/finding.ts";
import { parseAddress } from "../network/address.ts";
import { isComplete, valuesOf } from "../snapshot/part.ts";
import type { Way } from "./preflight-report.ts";
import { askAbout } from "./question.ts";
import { wayTo } from "./way.ts";

/** Files and tables that the system's resolver reads; `networksetup` and keys only feed those. */
const USED = new Set(["resolv.conf", "scutil-dns", "resolvectl"]);

/**
 * The ways to the name servers that ordinary look-ups ask: not those of single interfaces or domains. Each server once;
 * null when it was not observed which there are.
 */
export function waysToNameServers(facts: Facts, findings: readonly Finding[]): Way[] | null {
  const servers = valuesOf(facts.snapshot.resolvers)
    .filter(({ origin, scoped, supplemental }) => USED.has(origin) && !scoped && !supplemental)
    .flatMap((resolver) => resolver.servers);
  if (servers.length === 0 && !isComplete(facts.snapshot.resolvers)) return null;
  return [...new Set(servers)].flatMap((text) => {
    const address = parseAddress(text);
    return address === null ? [] : [wayTo(askAbout(facts, findings, address, null))];
  });
}

import { everyFinding } from "../health/assess.ts";
import { factsOf } from "../health/facts.ts";
import type { History } from "../history/history.ts";
import { parseAddress } from "../network/address.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { adviceFor } from "./advice.ts";
import { caveatsFor } from "./caveats.ts";
import { waysToNameServers } from "./name-servers.ts";
import type { NameLookup, Preflight, ServerTarget } from "./preflight-report.ts";
import { askAbout } from "./question.ts";
import { verdictOf } from "./verdict.ts";
import { wayTo } from "./way.ts";

/** A server and what the system's resolver made of its name. */
export interface Destination {
  readonly target: ServerTarget;
  /** `not-needed` when the target is an address. */
  readonly lookup: NameLookup;
}

/**
 * What would happen if a client connected to the server now. Pure: it follows the tables as the kernel would, and sends
 * nothing. Where the tables do not tell, `works` is `unknown`; silence of the network is never foreseen.
 */
export function preflight(snapshot: Snapshot, history: History, { target, lookup }: Destination): Preflight {
  const facts = factsOf(snapshot, history);
  const findings = everyFinding(facts);
  const name = target.isName ? target.host : null;
  const ways = addressesOf(target, lookup).flatMap((text) => {
    const address = parseAddress(text);
    return address === null ? [] : [wayTo(askAbout(facts, findings, address, name))];
  });
  const nameServers = lookup.state === "failed" ? waysToNameServers(facts, findings) : null;
  return {
    schema: 1,
    os: snapshot.os,
    target,
    lookup,
    ...verdictOf(target, lookup, ways, nameServers),
    ways,
    nameServers: nameServers ?? [],
    caveats: caveatsFor(facts, findings, target, ways),
    advice: adviceFor(lookup, ways, nameServers ?? [], { facts, findings }),
    probe: null,
  };
}

function addressesOf({ host, isName }: ServerTarget, lookup: NameLookup): readonly string[] {
  if (!isName) return [host];
  return lookup.state === "found" ? lookup.addresses : [];
}

import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import { preflight } from "../../shared/preflight/preflight.ts";
import type { NameLookup, Preflight, Way } from "../../shared/preflight/preflight-report.ts";
import type { Snapshot } from "../../shared/snapshot/snapshot.ts";

/** What is foreseen for a connection to an address, port 443, by somebody who remembers nothing. */
export function foreseen(snapshot: Snapshot, address: string): Preflight {
  const target = { host: address, isName: false, port: 443 };
  return preflight(snapshot, EMPTY_HISTORY, { target, lookup: { state: "not-needed" } });
}

/** The same for a name and what the resolver made of it. */
export function foreseenForName(snapshot: Snapshot, host: string, lookup: NameLookup): Preflight {
  return preflight(snapshot, EMPTY_HISTORY, { target: { host, isName: true, port: 443 }, lookup });
}

/** The one way of a pre-flight that has one. */
export function wayOf({ ways }: Preflight): Way {
  const [way, ...others] = ways;
  if (way === undefined || others.length > 0) throw new Error(`expected one way, got ${ways.length}`);
  return way;
}

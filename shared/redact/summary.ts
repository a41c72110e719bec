import type { Collected } from "./collect.ts";
import type { NameKind, Pseudonyms } from "./pseudonyms.ts";
import type { RedactionSummary } from "./summary-kinds.ts";

/** Counts what was collected; values that are the same on every machine are not replaced, and do not count. */
export function summaryOf(collected: Collected, pseudonyms: Pseudonyms, leftOut: number): RedactionSummary {
  const { hosts, names } = collected;
  const replacedNames = [...names.keys()].map((name) => pseudonyms.known(name) ?? "");
  const ofKind = (kind: NameKind) => replacedNames.filter((pseudonym) => pseudonym.startsWith(kind)).length;
  return {
    addresses: hosts.inet.size + hosts.inet6.size,
    linkAddresses: collected.linkAddresses.size,
    users: ofKind("user"),
    networks: ofKind("network"),
    names: ofKind("name"),
    identifiers: collected.identifiers.size,
    leftOut,
  };
}

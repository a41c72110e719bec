import type { Pseudonyms } from "../../shared/redact/pseudonyms.ts";
import { assignPseudonyms } from "../../shared/redact/assign.ts";
import { collectingInto, nothingCollected } from "../../shared/redact/collect.ts";
import { seedOf } from "./redaction.ts";

/** What a text becomes, with the pseudonyms of all that stands in it and these interfaces on the machine. */
export function redacted(
  work: (pseudonyms: Pseudonyms) => string,
  { interfaces = [], salt = "unit" }: { readonly interfaces?: readonly string[]; readonly salt?: string } = {},
): string {
  const collected = nothingCollected(new Set(interfaces));
  work(collectingInto(collected));
  return work(assignPseudonyms(collected, seedOf(salt), () => undefined));
}

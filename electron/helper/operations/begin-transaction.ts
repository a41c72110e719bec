import { valuesOf } from "../../../shared/snapshot/part.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";
import type { Journal } from "../journal/journal.ts";
import type { BeginRecord, JournaledStep, LinkIdentity } from "../journal/record.ts";
import type { Session } from "../session.ts";
import { linkIdentityOf } from "../steps/link-identity.ts";

/** What is about to be done, who wanted it, and the machine that it was planned for. */
export interface Undertaking {
  readonly digest: string;
  readonly steps: JournaledStep[];
  readonly snapshot: Snapshot;
  readonly by: BeginRecord["by"];
}

/** Journals an undertaking and gives the name of its transaction; when this returns, it is on the disk. */
export function beginTransaction(
  { host, caller, ruleset }: Session,
  journal: Journal,
  { digest, steps, snapshot, by }: Undertaking,
): string {
  const txn = host.newTransactionId();
  const links = linksOf(steps, snapshot);
  const at = host.now();
  journal.begin({
    record: "begin",
    v: 1,
    txn,
    boot: host.boot,
    uid: caller.uid,
    by,
    at,
    ruleset,
    digest,
    steps,
    links,
  });
  return txn;
}

function linksOf(steps: readonly JournaledStep[], snapshot: Snapshot): LinkIdentity[] {
  const names = new Set(steps.flatMap(({ planned: { step } }) => ("route" in step ? [step.route.interface] : [])));
  return valuesOf(snapshot.interfaces)
    .filter(({ name }) => names.has(name))
    .map(linkIdentityOf);
}

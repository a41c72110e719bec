import { createOperator } from "../operator.ts";
import type { AidLog } from "../route-changes.ts";
import type { Session } from "../session.ts";
import { withJournal } from "../with-journal.ts";

/** To read makes no passing rows. */
const NO_AIDS: AidLog = { added: () => undefined, removed: () => undefined };

/**
 * Does before the first switch what would be silence in the tunnel during it: settles what killed helpers left, and reads
 * the table once by the system's own tool. That a tool is missing is known now, and the first start of a program, which
 * takes 10 ms longer than the next, is over. `settled` as in {@link withJournal}. Throws Refusal.
 */
export async function getReady(session: Session, settled: Set<string>): Promise<void> {
  const tools = createOperator(session.host, NO_AIDS);
  await withJournal(session, () => tools.reread(), settled);
}

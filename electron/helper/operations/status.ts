import type { StatusAnswer } from "../../../shared/contract/helper-protocol.ts";
import { isUndoable } from "../journal/journaled-transaction.ts";
import { remainingChanges } from "../journal/rate-limit.ts";
import { mayUndo } from "../ownership.ts";
import type { Session } from "../session.ts";
import { withJournal } from "../with-journal.ts";

/**
 * Whether there is something to undo, and what the rate limit leaves. What keep-alive did is not offered: taking back the
 * way to the present router would break the session; by its name it can be undone like everything else.
 */
export async function status(session: Session): Promise<StatusAnswer> {
  const { host, caller } = session;
  return withJournal(session, async (journal) => {
    const all = journal.transactions();
    const now = host.now();
    const undoable = all.find(
      (one) => one.begin.by === "user" && mayUndo(caller, one) && isUndoable(one, host.boot, now),
    );
    return { undoable: undoable?.begin.txn ?? null, remaining: remainingChanges(all, caller.uid, now) };
  });
}

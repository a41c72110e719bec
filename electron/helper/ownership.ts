import type { Caller } from "./caller.ts";
import type { JournaledTransaction } from "./journal/journaled-transaction.ts";

/** Whether the caller may see and undo the transaction: its own user, and root for everybody. */
export function mayUndo({ uid }: Caller, { begin }: JournaledTransaction): boolean {
  return uid === 0 || uid === begin.uid;
}

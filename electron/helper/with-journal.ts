import { openJournal } from "./journal/journal.ts";
import type { Journal } from "./journal/journal.ts";
import { recover } from "./recovery.ts";
import type { Session } from "./session.ts";

/**
 * Runs `work` with the journal under the machine-wide lock, after settling what earlier helpers left. `settled` are names of
 * transactions that need no look, for whoever comes again and again. Throws Refusal `busy`.
 */
export async function withJournal<Result>(
  { host }: Session,
  work: (journal: Journal) => Promise<Result>,
  settled?: Set<string>,
): Promise<Result> {
  const release = await host.lock();
  try {
    const journal = openJournal(host.journal);
    await recover(journal, host, settled);
    const result = await work(journal);
    journal.prune();
    return result;
  } finally {
    release();
  }
}

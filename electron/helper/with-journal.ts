import { openJournal } from "./journal/journal.ts";
import type { Journal } from "./journal/journal.ts";
import { recover } from "./recovery.ts";
import type { Session } from "./session.ts";

/** Runs `work` with the journal under the machine-wide lock, after settling what earlier helpers left. Throws Refusal `busy`. */
export async function withJournal<Result>(
  { host }: Session,
  work: (journal: Journal) => Promise<Result>,
): Promise<Result> {
  const release = await host.lock();
  try {
    const journal = openJournal(host.journal);
    await recover(journal, host);
    return await work(journal);
  } finally {
    release();
  }
}

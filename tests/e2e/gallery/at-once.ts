/**
 * Does the same for all at once. When it fails for one, the others are waited for before that is thrown, so that nobody
 * is left at work.
 */
export async function atOnce<One, Result>(all: readonly One[], work: (one: One) => Promise<Result>): Promise<Result[]> {
  const results = await Promise.allSettled(all.map(work));
  return results.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value;
  });
}

import type { CleanFigures } from "./figures.ts";

/** How many times what `ip -batch` takes the deletions may take. */
const MOST_TIMES = 1.5;

/** One goal, in milliseconds, as a sentence that says what is compared. */
export interface Gate {
  readonly goal: string;
  readonly measured: number;
  readonly allowed: number;
}

/**
 * The goals for the largest case, by medians. The fixed cost of journal and verification is measured for itself, in the same
 * process: to look, to plan anew and compare, to write the journal, to look again. So `apply ≤ 1.5 × batch + fixed` is said as
 * `apply - fixed ≤ 1.5 × batch`, and what is left of an apply is to read the order, to delete and to answer. That cost is what a
 * deletion that is safe takes whatever deletes, but much of it grows with the number of routes: {@link strictGateOf}.
 */
export function gatesOf(figures: readonly CleanFigures[]): Gate[] {
  const { stale, helper, phases, batch, loop } = largest(figures);
  return [
    {
      goal: `${stale}: order to answer without journal and verification, at most ${MOST_TIMES} × ip -batch`,
      measured: phases.act + phases.talk,
      allowed: MOST_TIMES * batch.median,
    },
    {
      goal: `${stale}: from the helper's start to verified, faster than the shell loop`,
      measured: helper.whole.median,
      allowed: loop.median,
    },
  ];
}

/** The same taken strictly: all that the helper costs for one route out of such a table is fixed, and nothing else. For people to know. */
export function strictGateOf(figures: readonly CleanFigures[]): Gate {
  const { stale, helper, batch } = largest(figures);
  const one = figures[0]?.helper.whole.median ?? 0;
  return {
    goal: `${stale}: from the helper's start to verified, at most ${MOST_TIMES} × ip -batch + all that 1 route costs`,
    measured: helper.whole.median,
    allowed: MOST_TIMES * batch.median + one,
  };
}

/** What each further route costs out of a table of the same size, in milliseconds: the largest case less the smallest. */
export function marginOf(figures: readonly CleanFigures[]): { readonly helper: number; readonly batch: number } {
  const [one, most] = [figures[0] ?? largest(figures), largest(figures)];
  const routes = most.stale - one.stale;
  return {
    helper: (most.helper.whole.median - one.helper.whole.median) / routes,
    batch: (most.batch.median - one.batch.median) / routes,
  };
}

/** Whether a goal is met. */
export function isMet({ measured, allowed }: Gate): boolean {
  return measured <= allowed;
}

function largest(figures: readonly CleanFigures[]): CleanFigures {
  const last = figures.at(-1);
  if (last === undefined) throw new Error("nothing was measured");
  return last;
}

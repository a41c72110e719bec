import type { Standing, ViewName } from "../../shared/contract/standing.ts";

/** Keeps how the page stands, for main, which throws it away when nobody has seen it for long. */
export interface StandingKeeper {
  /** This view is open now. */
  open(view: ViewName): void;
  /** Whether something (any name of its own) was begun that would be lost with the page. */
  note(what: string, isUnfinished: boolean): void;
}

/** Begins with a page in which nothing was done; `tell` is called with each change. */
export function keepStanding(first: ViewName, tell: (standing: Standing) => void): StandingKeeper {
  const unfinished = new Set<string>();
  let told: Standing = { view: first, unfinished: false };
  const say = (view: ViewName) => {
    const now = { view, unfinished: unfinished.size > 0 };
    if (now.view === told.view && now.unfinished === told.unfinished) return;
    told = now;
    tell(now);
  };
  return {
    open: say,
    note(what, isUnfinished) {
      if (isUnfinished) unfinished.add(what);
      else unfinished.delete(what);
      say(told.view);
    },
  };
}

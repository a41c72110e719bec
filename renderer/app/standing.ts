import { createContext, useContext, useEffect } from "react";
import { viewNamed } from "../../shared/contract/standing.ts";
import type { ViewName } from "../../shared/contract/standing.ts";
import type { StandingKeeper } from "../store/standing.ts";

const StandingContext = createContext<StandingKeeper | null>(null);

/** Gives the keeper of how the page stands to everything inside. */
export const StandingProvider = StandingContext.Provider;

/** The keeper of how the page stands. Throws outside of a {@link StandingProvider}. */
export function useStanding(): StandingKeeper {
  const standing = useContext(StandingContext);
  if (standing === null) throw new Error("nobody keeps how the page stands above this component");
  return standing;
}

/** Says whether `what` was begun here and would be lost with the page: something typed, chosen or answered. */
export function useUnfinished(what: string, isUnfinished: boolean): void {
  const standing = useStanding();
  // Not taken back when the effect ends: it does, too, when another view is opened, and this one keeps what it has.
  useEffect(() => standing.note(what, isUnfinished), [standing, what, isUnfinished]);
}

/** The view that main wants this page to begin with: it stands behind "#" in its address. */
export function firstView(): ViewName {
  return viewNamed(location.hash.slice(1));
}

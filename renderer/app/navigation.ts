import { createContext, useContext } from "react";
import type { ViewName } from "../../shared/contract/standing.ts";
import type { ViewState } from "../../shared/contract/view-state.ts";
import type { Pushed } from "../store/view-store.ts";

/** The views of the popover; the settings are behind a button of their own. */
export type ViewId = ViewName;

/** The views that have a tab. Their names are texts under `app:view`. */
export type TabId = Exclude<ViewName, "settings">;

/** What a view is about when another one leads to it: a term, an interface, an address. `nth` grows each time. */
export interface Topic {
  readonly text: string;
  readonly nth: number;
}

/** What every view is given. A view that is not open stays mounted, but its effects rest (React's `Activity`). */
export interface ViewProps {
  /** Null until main has sent the first view state. */
  readonly view: ViewState | null;
  readonly reveal: Pushed["reveal"];
  /** Null until somebody was led here. */
  readonly topic: Topic | null;
}

/** Opens another view, there about `topic`. */
export type OpenView = (view: ViewId, topic: string) => void;

const OpenViewContext = createContext<OpenView | null>(null);

/** Gives the way to other views to everything inside. */
export const OpenViewProvider = OpenViewContext.Provider;

/** The way to other views. Throws outside of an {@link OpenViewProvider}. */
export function useOpenView(): OpenView {
  const open = useContext(OpenViewContext);
  if (open === null) throw new Error("no navigation above this component");
  return open;
}

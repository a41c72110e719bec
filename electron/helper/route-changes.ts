import type { StepOf } from "../../shared/repair/step-of.ts";
import type { Route } from "../../shared/snapshot/route.ts";
import type { Host } from "./host.ts";

/** How one operating system changes its table: exactly the commands, no judgement. */
export interface RouteChanges {
  remove(route: Route): Promise<void>;
  add(route: Route): Promise<void>;
  replace(step: StepOf<"replace-route">): Promise<void>;
  /** Adds a row that was there before, also when nothing leads to its next hop any more. */
  restore(route: Route): Promise<void>;
  /** Replaces by a row that was there before, also when nothing leads to its next hop any more. */
  swapBack(step: StepOf<"replace-route">): Promise<void>;
  /** Null where each row has to be looked at right before it is changed. */
  readonly together: ChangesTogether | null;
}

/** Changes of many rows after one look at them all, for a kernel that compares every field of a change with the row itself. */
export interface ChangesTogether {
  /** Removes rows and gives those that it left alone, because they could not come back as they are. */
  remove(routes: readonly Route[]): Promise<readonly Route[]>;
  /** As `restore` of each. */
  restore(routes: readonly Route[]): Promise<void>;
}

/** Called before rows are added that must not stay, and after they were taken away again. */
export interface AidLog {
  added(routes: readonly Route[]): void;
  removed(routes: readonly Route[]): void;
}

/** What a system's changes are made with. */
export interface ChangeTools {
  readonly host: Host;
  readonly aids: AidLog;
  /** The rows as they were read last. */
  rows(): readonly Route[];
  reread(): Promise<readonly Route[]>;
}

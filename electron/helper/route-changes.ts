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
}

/** Called before a row is added that must stay for one command only, and after it was taken away again. */
export interface AidLog {
  added(route: Route): void;
  removed(route: Route): void;
}

/** What a system's changes are made with. */
export interface ChangeTools {
  readonly host: Host;
  readonly aids: AidLog;
  /** The rows as they were read last. */
  rows(): readonly Route[];
  reread(): Promise<readonly Route[]>;
}

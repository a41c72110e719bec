import type { Route } from "../snapshot/route.ts";

/** What Linux marks the rows of a link with that was lost; the marks describe the link, not the row (macos-facts §12). */
const MARKS = new Set(["linkdown", "dead"]);

/** Whether the kernel says that the row's link was lost. */
export function isMarkedLost(route: Route): boolean {
  return route.flags.some((flag) => MARKS.has(flag));
}

/** The flags that the row keeps when it is moved to another link. */
export function flagsOnAnotherLink(route: Route): string[] {
  return route.flags.filter((flag) => !MARKS.has(flag));
}

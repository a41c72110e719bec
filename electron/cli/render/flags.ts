import type { Route } from "../../../shared/snapshot/route.ts";
import type { CliContext } from "../context.ts";
export function flagTexts(route: Route, _context: CliContext): string[] {
  return [...route.flags];
}

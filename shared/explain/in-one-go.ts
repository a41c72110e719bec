/**
 * What one click does of the chosen steps. An installed helper that has the right to change routes and no other does the
 * routes at once and without a password; files and processes (`isBeyond`) stay for a second click, which asks for one, as does
 * a repair that is nothing else.
 */
export function inOneGo<Step>(
  chosen: readonly Step[],
  isBeyond: (step: Step) => boolean,
  helper: "routes-only" | "all-rights",
): readonly Step[] {
  const routes = chosen.filter((step) => !isBeyond(step));
  return helper === "routes-only" && routes.length > 0 ? routes : chosen;
}

import * as v from "valibot";

/** The views of the popover. */
export const ViewName = v.picklist(["status", "routes", "interfaces", "timeline", "log", "glossary", "settings"]);
export type ViewName = v.InferOutput<typeof ViewName>;

/** How the popover's page stands: which view is open, and whether something in it was begun that would be lost with the page. */
export const Standing = v.strictObject({ view: ViewName, unfinished: v.boolean() });
export type Standing = v.InferOutput<typeof Standing>;

/** How a page stands that nobody has used. */
export const AT_REST: Standing = { view: "status", unfinished: false };

/** The view of this name, and the usual one where there is none. */
export function viewNamed(name: string): ViewName {
  return v.is(ViewName, name) ? name : AT_REST.view;
}

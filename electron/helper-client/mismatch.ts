import type { HelloAnswer } from "../../shared/contract/helper-protocol.ts";

/** What this program was built from. */
export interface OwnBuild {
  readonly version: string;
  readonly ruleset: string;
}

/**
 * Whether the helper judges by other rules than this program, null when by the same. Of two builds of the same version
 * nobody can tell which is newer; the helper, which is updated apart from the app, is taken for the older one.
 */
export function mismatchOf(
  hello: Pick<HelloAnswer, "helper" | "ruleset">,
  own: OwnBuild,
): "helper-older" | "helper-newer" | null {
  if (hello.ruleset === own.ruleset) return null;
  return hello.helper.localeCompare(own.version, "en", { numeric: true }) > 0 ? "helper-newer" : "helper-older";
}

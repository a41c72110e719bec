import { createRequire } from "node:module";
import type * as updater from "../../updater/update-feed.ts";

/**
 * Loads the part that asks a feed, `program` being its absolute path: when somebody wants to know about updates, and not at
 * each start. It is bundled on its own, since main is one file.
 */
export function loadUpdater(program: string): typeof updater {
  return createRequire(import.meta.url)(program) as typeof updater;
}

import type { ElectronApplication } from "@playwright/test";
import { inProject } from "../../../scripts/paths.mjs";
import type * as updater from "../../../electron/updater/update-feed.ts";
import type { FeedParts } from "../../../electron/updater/update-feed.ts";

const PROGRAM = inProject("out", "updater", "updater.cjs");

/** Whether the app has loaded the part that asks feeds. */
export function isUpdaterLoaded(app: ElectronApplication): Promise<boolean> {
  return app.evaluate((_electron, path) => {
    const { createRequire } = process.getBuiltinModule("node:module");
    return path in createRequire(path).cache;
  }, PROGRAM);
}

/** How one question to a feed, and the download of what was found, ended: a code of a failure, or null. */
export interface FeedEnd {
  readonly check: string | null;
  readonly download: string | null;
}

/** Asks a feed through the built part that the app loads, inside the app's own process, as patiently as is said. */
export function askFeed(app: ElectronApplication, parts: Omit<FeedParts, "kind">): Promise<FeedEnd> {
  return app.evaluate(
    async (_electron, [path, wanted]) => {
      const { createRequire } = process.getBuiltinModule("node:module");
      const { openUpdateFeed } = createRequire(path)(path) as typeof updater;
      const opened = await openUpdateFeed({ ...wanted, kind: "deb" });
      if (!opened.ok) return { check: opened.error.code, download: null };
      const found = await opened.value.check();
      if (!found.ok) return { check: found.error.code, download: null };
      const fetched = await opened.value.download(() => undefined);
      return { check: null, download: fetched.ok ? null : fetched.error.code };
    },
    [PROGRAM, parts] as const,
  );
}

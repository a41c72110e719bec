import { chmod, rm } from "node:fs/promises";
import { join } from "node:path";
import { test as plain, type ElectronApplication, type Page } from "@playwright/test";
import { makeLabFolder } from "../../lab/room/lab-folder.ts";
import { startDesktop, type Desktop } from "../stage/desktop.ts";
import type { Environment } from "../stage/environment.ts";
import { letIn } from "../story/another-user.ts";
import { copyApp } from "./copy-app.ts";
import { openForPlaywright, startOpened } from "./opened-app.ts";
import { packApp, type PackagedApp } from "./pack-app.ts";

/** What is the same for all tests of the packed app. */
interface Shared {
  /** A folder that everybody may read. */
  room: string;
  /** As people install it; nobody changes it. */
  packaged: PackagedApp;
}

interface Own {
  desktop: Desktop;
  /** The whole environment of a program of somebody who is not root and has never started the app. */
  env: Environment;
  /** A copy into which Playwright can look, and the page that is shown at the first start. */
  opened: { readonly app: ElectronApplication; readonly page: Page };
}

export const test = plain.extend<Own, Shared>({
  room: [
    async ({}, use) => {
      const room = await makeLabFolder();
      await chmod(room, 0o755);
      await use(room);
      await rm(room, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  packaged: [async ({ room }, use) => use(await packApp(room)), { scope: "worker" }],
  desktop: async ({}, use) => {
    const desktop = await startDesktop();
    await use(desktop);
    await desktop.stop();
  },
  env: async ({ desktop, room }, use, { testId }) => {
    const home = join(room, `home-${testId}`);
    await use(await letIn(desktop, home));
    // What the first process of Chromium had started may end a moment after it, and write until then.
    await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  },
  opened: async ({ packaged, room, env }, use) => {
    const copy = await copyApp(packaged, join(room, "opened"));
    await openForPlaywright(copy);
    const app = await startOpened(copy, env);
    const page = await app.firstWindow();
    await page.waitForLoadState();
    await use({ app, page });
    await app.close();
    await rm(copy.folder, { recursive: true, force: true });
  },
});

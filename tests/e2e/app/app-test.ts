import { test as plain } from "@playwright/test";
import { startDesktop } from "../stage/desktop.ts";
import type { Desktop } from "../stage/desktop.ts";
import { startApp } from "./start-app.ts";
import type { RunningApp } from "./start-app.ts";

/** A test with a desktop of its own and Holdfast running on it, both ended after it, also when it fails. */
export const test = plain.extend<{ desktop: Desktop; holdfast: RunningApp }>({
  desktop: async ({}, use) => {
    const desktop = await startDesktop();
    await use(desktop);
    await desktop.stop();
  },
  holdfast: async ({ desktop }, use) => {
    const holdfast = await startApp(desktop);
    await use(holdfast);
    await holdfast.stop();
  },
});

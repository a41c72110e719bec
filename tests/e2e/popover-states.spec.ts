import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { projectFolder } from "../../scripts/paths.mjs";
import { Language } from "../../shared/contract/settings.ts";
import { closeEverything, expectReadable, openEverything } from "./app/popover-checks.ts";
import { startDesktop } from "./stage/desktop.ts";
import type { Desktop } from "./stage/desktop.ts";
import { PICTURED_STATES, viewStateFor } from "./states/view-states.ts";
import { startStandIn } from "./stand-in/start-stand-in.ts";
import type { StandInApp } from "./stand-in/start-stand-in.ts";

/** One picture of each state in each language and theme, for people to look at. */
const PICTURES = join(projectFolder, "test-results", "popover");
const THEMES = ["light", "dark"] as const;

let desktop: Desktop;
let standIn: StandInApp;
let sequence = 0;

test.beforeAll(async () => {
  desktop = await startDesktop();
  standIn = await startStandIn(desktop.env, join(desktop.folder, "stand-in"));
  await mkdir(PICTURES, { recursive: true });
});

test.afterAll(async () => {
  await standIn?.stop();
  await desktop?.stop();
});

for (const state of PICTURED_STATES) {
  test(`"${state.name}" has all its words, fits and is accessible in every language and theme`, async () => {
    const { page } = standIn;
    const model = state.model();
    // Nothing is left open or scrolled from the state before.
    await page.reload();
    for (const language of Language.options) {
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
        await standIn.show(viewStateFor(model, language, ++sequence));
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await page.evaluate(() => document.querySelector("[role=tabpanel]")?.scrollTo(0, 0));
        await page.screenshot({ path: join(PICTURES, `${state.name}-${language}-${theme}.png`) });
        await openEverything(page);
        await expectReadable(page);
        await closeEverything(page);
      }
    }
  });
}

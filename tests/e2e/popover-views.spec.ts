import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { projectFolder } from "../../scripts/paths.mjs";
import { Language } from "../../shared/contract/settings.ts";
import { desktopTranslator } from "../support/desktop-translator.ts";
import { modelAfter, recordedSnapshot } from "../support/judged.ts";
import { expectReadable } from "./app/popover-checks.ts";
import { startDesktop } from "./stage/desktop.ts";
import type { Desktop } from "./stage/desktop.ts";
import { viewStateFor } from "./states/view-states.ts";
import { startStandIn } from "./stand-in/start-stand-in.ts";
import type { StandInApp } from "./stand-in/start-stand-in.ts";

/** One picture of each view in each language and theme, for people to look at. */
const PICTURES = join(projectFolder, "test-results", "popover-views");
const THEMES = ["light", "dark"] as const;
const STALE_PIN = "05-third-state-stale-pin";
const HEALTHY = "04-seed-healthy-reconstructed";

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

test.beforeEach(async () => {
  await standIn.page.reload();
});

/** Shows a recorded machine, in a language. */
async function show(capture: string, language: Language = "en"): Promise<void> {
  const model = modelAfter(recordedSnapshot(capture));
  if (model.observation !== null) await standIn.look(model.observation);
  await standIn.show(viewStateFor(model, language, ++sequence));
  await expect(standIn.page.locator("html")).toHaveAttribute("lang", language);
}

/** Opens a view by its tab. */
async function open(view: string, language: Language = "en"): Promise<void> {
  await standIn.page.getByRole("tab", { name: desktopTranslator(language)(`app:view.${view}`) }).click();
}

/** Does `look` in every language and theme. */
async function everyLook(capture: string, view: string, picture: string, look: () => Promise<void>): Promise<void> {
  const { page } = standIn;
  for (const language of Language.options) {
    for (const theme of THEMES) {
      await page.reload();
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await show(capture, language);
      await open(view, language);
      await look();
      await page.screenshot({ path: join(PICTURES, `${picture}-${language}-${theme}.png`) });
      await expectReadable(page);
    }
  }
}

for (const capture of [HEALTHY, STALE_PIN, "85-linux-tailscale-healthy"]) {
  test(`the routes of "${capture}" fit and are accessible, shut and opened`, async () => {
    const { page } = standIn;
    const list = page.getByRole("tabpanel").getByRole("listitem");
    await everyLook(capture, "routes", `routes-${capture}`, () => expect(list.first()).toBeVisible());
    await everyLook(capture, "routes", `route-open-${capture}`, async () => {
      await list.first().getByRole("button").click();
      await expect(list.first().getByRole("heading").first()).toBeVisible();
    });
  });
}

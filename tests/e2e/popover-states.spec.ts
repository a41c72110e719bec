import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { projectFolder } from "../../scripts/paths.mjs";
import { Language } from "../../shared/contract/settings.ts";
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
        expect(await page.locator("body").innerText()).not.toMatch(/\b(?:app|findings|evidence):|\{\{/);
        expect(await widestOverflow(page)).toBe(0);
        expect(await overlappingWords(page)).toEqual([]);
        expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
        await closeEverything(page);
      }
    }
  });
}

/** Opens what is folded, so that what is behind it is checked, too. */
async function openEverything(page: Page): Promise<void> {
  const closed = page.locator('button[aria-expanded="false"]');
  while ((await closed.count()) > 0) await closed.first().click();
}

async function closeEverything(page: Page): Promise<void> {
  const open = page.locator('button[aria-expanded="true"]');
  while ((await open.count()) > 0) await open.first().click();
}

/** How many pixels the content of any element sticks out of the popover on either side. */
function widestOverflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll("body *")].map((element) => element.getBoundingClientRect());
    // What is only read aloud is a pixel wide.
    const boxes = all.filter((box) => box.width > 1);
    const right = Math.max(...boxes.map((box) => box.right)) - window.innerWidth;
    const left = -Math.min(...boxes.map((box) => box.left));
    return Math.max(0, Math.ceil(right), Math.ceil(left));
  });
}

/** Words of the path picture that lie upon each other. */
function overlappingWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = [...document.querySelectorAll("main svg text")];
    const boxes = texts.map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }));
    const overlap = (a: DOMRect, b: DOMRect) =>
      a.left < b.right && b.left < a.right && a.top + 2 < b.bottom - 2 && b.top + 2 < a.bottom - 2;
    return boxes.flatMap((one, index) =>
      boxes.slice(index + 1).flatMap((other) => (overlap(one.box, other.box) ? [`${one.words} / ${other.words}`] : [])),
    );
  });
}

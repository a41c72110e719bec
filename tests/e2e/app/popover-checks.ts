import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

/** Every text has words, nothing is cut or wider than the popover, no words lie upon each other, and axe finds nothing. */
export async function expectReadable(page: Page): Promise<void> {
  expect(await page.locator("body").innerText()).not.toMatch(
    /\b(?:app|findings|evidence|flags|routes|interfaces|preflight|glossary|messages):[a-z]|\{\{/,
  );
  expect(await widestOverflow(page)).toBe(0);
  expect(await cutTexts(page)).toEqual([]);
  expect(await overlappingWords(page)).toEqual([]);
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
}

/** axe finds no words that are hard to tell from their ground. It is what a theme alone decides of {@link expectReadable}. */
export async function expectContrast(page: Page): Promise<void> {
  const checked = new AxeBuilder({ page }).setLegacyMode(true).withRules("color-contrast");
  expect((await checked.analyze()).violations).toEqual([]);
}

/** Opens what is folded, so that what is behind it is checked, too. */
export async function openEverything(page: Page): Promise<void> {
  const closed = page.locator('button[aria-expanded="false"]:visible');
  while ((await closed.count()) > 0) await closed.first().click();
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

/** Words that are wider than the element that clips them; a field to type in scrolls by itself. */
function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const clips = (element: Element) => getComputedStyle(element).overflowX !== "visible";
    const cut = [...document.querySelectorAll("main :not(input), header *")].filter(
      (element) => element.clientWidth > 1 && clips(element) && element.scrollWidth > element.clientWidth + 1,
    );
    return cut.map((element) => element.textContent);
  });
}

/** Words of the path picture that lie upon each other. */
function overlappingWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = [...document.querySelectorAll("main svg text")].filter((text) => text.getClientRects().length > 0);
    const boxes = texts.map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }));
    const overlap = (a: DOMRect, b: DOMRect) =>
      a.left < b.right && b.left < a.right && a.top + 2 < b.bottom - 2 && b.top + 2 < a.bottom - 2;
    return boxes.flatMap((one, index) =>
      boxes.slice(index + 1).flatMap((other) => (overlap(one.box, other.box) ? [`${one.words} / ${other.words}`] : [])),
    );
  });
}

import type { Page } from "@playwright/test";
import { eventually } from "../stage/eventually.ts";
import { decodePng } from "./picture/picture.ts";
import type { Picture } from "./picture/picture.ts";

/** The themes of a picture, in the order in which they stand side by side. */
export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Lets the system prefer a theme, and no motion. */
export function wear(page: Page, theme: Theme): Promise<void> {
  return page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
}

/** What a user sees in the popover's window once nothing changes in it any more. The pointer is out of the way, and no caret blinks. */
export async function photograph(page: Page): Promise<Picture> {
  await page.mouse.move(-1, -1);
  let before: Buffer | undefined;
  const file = await eventually("the popover comes to rest", async () => {
    const now = await page.screenshot({ animations: "disabled", caret: "hide", scale: "css" });
    const isSame = before?.equals(now) === true;
    before = now;
    return isSame && now;
  });
  return decodePng(file);
}

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { projectFolder } from "../../../scripts/paths.mjs";

const PHOTOS = join(projectFolder, "test-results", "story");

/** Two pixels for each of the popover's, as on the screens on which such pictures are looked at. */
const DENSITY = 2;

/** Saves what the popover shows now as test-results/story/<name>.png, for people to look at. */
export async function photograph(page: Page, name: string): Promise<void> {
  const size = await page.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight }));
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { clip: { x: 0, y: 0, ...size, scale: DENSITY } });
  await session.detach();
  await mkdir(PHOTOS, { recursive: true });
  await writeFile(join(PHOTOS, `${name}.png`), Buffer.from(data, "base64"));
}

import type { WebContents } from "electron";

/** Settles when the page has painted what it was told: the second frame after now shows it. */
export async function painted(page: WebContents): Promise<void> {
  await page.executeJavaScript("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
}

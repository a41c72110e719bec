import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import type { Desktop } from "../stage/desktop.ts";

/** The part of the settings that tells about updates. */
export function updatesPart(page: Page): Locator {
  return page.getByRole("region", { name: "Updates" });
}

/** Looks for a new version, whatever the button is called by now, and waits for the answer. */
export async function look(page: Page): Promise<void> {
  await updatesPart(page)
    .getByRole("button", { name: /Look for a new version|Look again|Try again/ })
    .click();
  await expect(updatesPart(page).getByRole("progressbar")).toBeHidden();
}

/** Every package that lies where updates are downloaded to, as absolute paths. */
export async function packagesIn({ env }: Desktop): Promise<string[]> {
  const folder = join(env["XDG_CACHE_HOME"] ?? "", "holdfast-updater", "pending");
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(".deb")).map((name) => join(folder, name));
}

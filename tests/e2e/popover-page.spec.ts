import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { test } from "./app/app-test.ts";
import { placeOfPopover } from "./app/popover-window.ts";
import type { RunningApp } from "./app/start-app.ts";

/* The popover's page is thrown away when nobody has seen it for a while. Here it goes by the test's hand, at once. */
/** Throws the page away, and waits until it is gone. */
async function throwAway({ app }: RunningApp): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.destroy());
  await expect.poll(() => app.windows()).toEqual([]);
}

/** Does what opens the popover without a page, and gives the page that is made for it. */
async function pageMadeBy({ app }: RunningApp, open: () => Promise<void>): Promise<Page> {
  const [page] = await Promise.all([app.waitForEvent("window"), open()]);
  return page;
}

test("without its page the app stays in the tray, and a click on the icon opens the popover as it was left", async ({
  desktop,
  holdfast,
}) => {
  await desktop.clickTrayIcon();
  const { x, y } = await placeOfPopover(desktop);
  await holdfast.page.getByRole("tab", { name: "Interfaces" }).click();
  await desktop.pressKey("Escape");
  await expect.poll(() => holdfast.isOpen()).toBe(false);
  await throwAway(holdfast);
  expect(await desktop.trayItems()).toHaveLength(1);

  const page = await pageMadeBy(holdfast, () => desktop.clickTrayIcon());
  expect(await placeOfPopover(desktop)).toMatchObject({ x, y, width: 380, height: 560 });
  await expect(page.getByRole("tab", { name: "Interfaces" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("tabpanel").getByRole("region", { name: "VPN programs" })).toBeVisible();
});

test("what was chosen in the settings holds for a new page, and the tray's menu leads into it", async ({
  desktop,
  holdfast,
}) => {
  await desktop.chooseMenuItem("Settings…");
  const settings = holdfast.page.getByRole("heading", { level: 1, name: "Settings" });
  await expect(settings).toBeVisible();
  await holdfast.page.keyboard.press("Control+=");
  await expect.poll(async () => (await placeOfPopover(desktop)).width).toBe(475);
  await throwAway(holdfast);

  const page = await pageMadeBy(holdfast, () => desktop.chooseMenuItem("Settings…"));
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  expect(await placeOfPopover(desktop)).toMatchObject({ width: 475, height: 700 });
});

test("a page that broke down is followed by another one", async ({ desktop, holdfast }) => {
  await holdfast.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(() => holdfast.app.windows()).toEqual([]);
  const page = await pageMadeBy(holdfast, () => desktop.chooseMenuItem("Open Holdfast"));
  await placeOfPopover(desktop);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

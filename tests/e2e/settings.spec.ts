import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test as plain } from "@playwright/test";
import { startApp } from "./app/start-app.ts";
import type { RunningApp } from "./app/start-app.ts";
import { isPopoverShown, placeOfPopover } from "./app/popover-window.ts";
import { mustRun } from "../lab/room/run-program.ts";
import { startDesktop } from "./stage/desktop.ts";
import type { Desktop } from "./stage/desktop.ts";

interface Parts {
  desktop: Desktop;
  /** Content of the settings file that the app finds. */
  kept: object;
  holdfast: RunningApp;
}

const test = plain.extend<Parts>({
  desktop: async ({}, use) => {
    const desktop = await startDesktop();
    await use(desktop);
    await desktop.stop();
  },
  kept: [{ introduced: true }, { option: true }],
  holdfast: async ({ desktop, kept }, use) => {
    const holdfast = await startApp(desktop, { settings: JSON.stringify(kept) });
    await use(holdfast);
    await holdfast.stop();
  },
});

/** The settings file of the app, as it is now. */
const settingsOf = async ({ data }: RunningApp) => JSON.parse(await readFile(join(data, "settings.json"), "utf8"));

test("the tray's menu leads to the settings, and the language changes at once everywhere", async ({
  desktop,
  holdfast,
}) => {
  const { page } = holdfast;
  await desktop.chooseMenuItem("Settings…");
  await expect.poll(() => isPopoverShown(desktop)).toBe(true);
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await page.getByRole("radio", { name: "简体中文" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "设置" })).toBeVisible();
  await expect(page.getByRole("tab", { name: "词汇表" })).toBeVisible();
  await expect.poll(async () => (await settingsOf(holdfast)).language).toBe("zh-CN");
  await page.getByRole("radio", { name: "跟随系统" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
});

test("the text grows by keys, the window with it, and both are kept", async ({ desktop, holdfast }) => {
  const { page } = holdfast;
  await desktop.clickTrayIcon();
  const before = await placeOfPopover(desktop);
  // Until the first view state is there nothing is chosen yet that could be changed.
  await expect(page.getByRole("contentinfo")).toContainText("Looked");
  const width = async () => (await placeOfPopover(desktop)).width;
  await page.keyboard.press("Control+=");
  await expect.poll(width).toBe(Math.round(before.width * 1.25));
  await page.keyboard.press("Control+=");
  await page.keyboard.press("Control+=");
  await expect.poll(width).toBe(before.width * 2);
  expect(await page.evaluate(() => window.innerWidth)).toBe(before.width);
  await expect.poll(async () => (await settingsOf(holdfast)).textSize).toBe(200);
  await page.keyboard.press("Control+0");
  await expect.poll(width).toBe(before.width);
});

test("notifications are chosen by what they are about", async ({ desktop, holdfast }) => {
  const { page } = holdfast;
  await desktop.chooseMenuItem("Settings…");
  await page.getByRole("switch", { name: "The network changed while a VPN is up" }).click();
  await expect.poll(async () => (await settingsOf(holdfast)).mutedTopics).toEqual(["network-changed"]);
  await page.getByRole("switch", { name: "Show notifications" }).click();
  await expect(page.getByRole("switch", { name: "How keeping a VPN alive went" })).toBeHidden();
  await expect.poll(async () => (await settingsOf(holdfast)).notifications).toBe("paused");
});

test("Holdfast starts at login from the moment it is turned on, and no longer when it is turned off", async ({
  desktop,
  holdfast,
}) => {
  const { page } = holdfast;
  const path = join(desktop.env["XDG_CONFIG_HOME"] ?? "", "autostart", "holdfast.desktop");
  const entry = () => readFile(path, "utf8").catch(() => "");
  await desktop.chooseMenuItem("Settings…");
  const atLogin = page.getByRole("switch", { name: "Start Holdfast when I log in" });
  await atLogin.click();
  await expect(atLogin).toBeChecked();
  expect(await entry()).toContain("Exec=");
  // The desktop's own judge of such files has nothing to say about it.
  expect(await mustRun(["/usr/bin/desktop-file-validate", path])).toBe("");
  await atLogin.click();
  await expect(atLogin).not.toBeChecked();
  expect(await entry()).toBe("");
});

test.describe("at the first start", () => {
  test.use({ kept: {} });

  test("the popover opens by itself, says in three steps what Holdfast is, and never again", async ({
    desktop,
    holdfast,
  }) => {
    const { page } = holdfast;
    await expect.poll(() => isPopoverShown(desktop)).toBe(true);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Holdfast keeps your VPN usable");
    await page.keyboard.press("Control+=");
    await expect.poll(async () => (await settingsOf(holdfast)).textSize).toBe(125);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("A helper for repairs");
    await page.getByRole("button", { name: "Back" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("switch", { name: /Keep my VPN alive/ })).not.toBeChecked();
    await page.getByRole("button", { name: "Show my network" }).click();
    await expect(page.getByRole("tab", { name: "Status" })).toBeVisible();
    await expect.poll(async () => (await settingsOf(holdfast)).introduced).toBe(true);
    expect(desktop.notifications()).toEqual([]);
  });
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { childrenOf } from "./app/children-of.ts";
import { test } from "./app/app-test.ts";
import { placeOfPopover } from "./app/popover-window.ts";
import { appArguments, electronProgram, startApp } from "./app/start-app.ts";
import type { RunningApp } from "./app/start-app.ts";
import { SCREEN } from "./stage/screen.ts";
import { PANEL_HEIGHT } from "./stage/settings-files.ts";

/** Process id of the program that tells the app of changes, as soon as it runs. */
async function runningMonitor({ app }: RunningApp): Promise<number> {
  const monitors = async () =>
    (await childrenOf(app.process().pid)).filter(({ command }) => /\bip monitor\b/.test(command));
  await expect.poll(monitors).toHaveLength(1);
  const [monitor] = await monitors();
  if (monitor === undefined) throw new Error("it ended meanwhile");
  return monitor.pid;
}

test("starts in the tray with a picture, a sentence and a menu, and keeps its popover shut", async ({
  desktop,
  holdfast,
}) => {
  await expect.poll(() => desktop.trayItems()).toHaveLength(1);
  await expect.poll(() => desktop.trayPicture()).toMatch(/^(?:off|up|degraded|broken|residue|offline)-on-light$/);
  expect(await desktop.trayTooltip()).toMatch(/^.+\. .+\.$/);
  const lines = (await desktop.trayMenu()).filter(({ kind }) => kind === "item");
  expect(lines.map(({ label }) => label)).toEqual(
    expect.arrayContaining(["Open Holdfast", "Pause notifications", "Quit Holdfast"]),
  );
  expect(lines[0]).toMatchObject({ enabled: false });
  expect(await holdfast.isOpen()).toBe(false);
});

test("a click on the icon opens the popover below it with the machine's state; Escape closes it", async ({
  desktop,
  holdfast,
}) => {
  await desktop.clickTrayIcon();
  await expect.poll(() => holdfast.isOpen()).toBe(true);
  await expect(holdfast.page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(holdfast.page.getByRole("img")).toBeVisible();
  const { x, y, width, height } = await placeOfPopover(desktop);
  expect(y).toBeGreaterThanOrEqual(PANEL_HEIGHT);
  expect(x).toBeGreaterThanOrEqual(0);
  expect([width, height]).toEqual([380, 560]);
  expect(y + height).toBeLessThanOrEqual(SCREEN.height);
  await desktop.pressKey("Escape");
  await expect.poll(() => holdfast.isOpen()).toBe(false);
});

test("a second click on the icon, or one elsewhere, closes the popover", async ({ desktop, holdfast }) => {
  await desktop.clickTrayIcon();
  await expect.poll(() => holdfast.isOpen()).toBe(true);
  await desktop.clickOutside();
  await expect.poll(() => holdfast.isOpen()).toBe(false);
  await desktop.chooseMenuItem("Open Holdfast");
  await expect.poll(() => holdfast.isOpen()).toBe(true);
  await desktop.clickTrayIcon();
  await expect.poll(() => holdfast.isOpen()).toBe(false);
});

test("looks again when asked", async ({ desktop, holdfast }) => {
  await desktop.clickTrayIcon();
  const footer = holdfast.page.getByRole("contentinfo");
  await expect(footer).toContainText("seconds ago", { timeout: 30_000 });
  await footer.getByRole("button", { name: "Look again" }).click();
  await expect(footer).toContainText("Looked just now");
});

test("speaks Chinese when the settings say so, and keeps the choice to pause notifications", async ({ desktop }) => {
  const holdfast = await startApp(desktop, { settings: JSON.stringify({ language: "zh-CN", introduced: true }) });
  try {
    await expect(holdfast.page.locator('html[lang="zh-CN"]')).toBeAttached();
    await expect(holdfast.page.getByRole("button", { name: "重新查看" })).toBeAttached();
    await desktop.chooseMenuItem("暂停通知");
    const settings = async () => JSON.parse(await readFile(join(holdfast.data, "settings.json"), "utf8"));
    await expect.poll(settings).toEqual({ language: "zh-CN", notifications: "paused", introduced: true });
  } finally {
    await holdfast.stop();
  }
});

test("a settings file that cannot be read is left alone, noted in the log, and the app starts", async ({ desktop }) => {
  const holdfast = await startApp(desktop, { settings: '{ "language": ' });
  try {
    await expect(holdfast.page.getByRole("button", { name: "Look again" })).toBeAttached();
    expect(await readFile(join(holdfast.data, "settings.json"), "utf8")).toBe('{ "language": ');
    await expect
      .poll(() => readFile(join(holdfast.data, "logs", "main.log"), "utf8"))
      .toContain("settings.json is not used");
  } finally {
    await holdfast.stop();
  }
});

test("started twice it shows the one that runs, and the second ends", async ({ desktop, holdfast }) => {
  expect(await holdfast.isOpen()).toBe(false);
  const second = spawn(await electronProgram(), appArguments(holdfast.data), {
    env: { ...desktop.env },
    stdio: "ignore",
  });
  expect(await once(second, "exit")).toEqual([0, null]);
  await expect.poll(() => holdfast.isOpen()).toBe(true);
  expect(await desktop.trayItems()).toHaveLength(1);
});

test("Quit in the menu ends it with all that it runs, and takes the icon away", async ({ desktop, holdfast }) => {
  const started = await runningMonitor(holdfast);
  const closed = holdfast.app.waitForEvent("close");
  await desktop.chooseMenuItem("Quit Holdfast");
  await closed;
  await expect.poll(() => desktop.trayItems()).toEqual([]);
  expect(existsSync(`/proc/${started}`)).toBe(false);
});

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP", "SIGKILL"] as const) {
  test(`${signal} ends it with all that it runs`, async ({ holdfast }) => {
    const started = await runningMonitor(holdfast);
    const closed = holdfast.app.waitForEvent("close");
    holdfast.app.process().kill(signal);
    await closed;
    await expect.poll(() => existsSync(`/proc/${started}`)).toBe(false);
  });
}

test("without a display to click on it saves a picture of its popover", async ({ desktop }) => {
  const picture = join(desktop.folder, "popover.png");
  const holdfast = await startApp(desktop, { env: { HOLDFAST_POPOVER_PICTURE: picture } });
  try {
    const size = async () => {
      const png = await readFile(picture).catch(() => Buffer.alloc(24));
      return [png.readUInt32BE(16), png.readUInt32BE(20)];
    };
    await expect.poll(size).toEqual([380, 560]);
  } finally {
    await holdfast.stop();
  }
});

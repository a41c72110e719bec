import { expect, test } from "@playwright/test";
import { startApp } from "./app/start-app.ts";
import type { RunningApp } from "./app/start-app.ts";
import { expectReadable } from "./app/popover-checks.ts";
import { startDesktop } from "./stage/desktop.ts";
import type { Desktop } from "./stage/desktop.ts";

let desktop: Desktop;
let holdfast: RunningApp;

test.beforeAll(async () => {
  desktop = await startDesktop();
  holdfast = await startApp(desktop);
  await desktop.clickTrayIcon();
  await expect.poll(() => holdfast.isOpen()).toBe(true);
  await expect(holdfast.page.getByRole("contentinfo")).toContainText("Looked");
});

test.afterAll(async () => {
  await holdfast?.stop();
  await desktop?.stop();
});

test("the routes of this machine are listed, found, and explained", async () => {
  const { page } = holdfast;
  await page.getByRole("tab", { name: "Routes" }).click();
  await page.getByRole("searchbox").fill("127.0.0.1");
  await expect(page.getByRole("region", { name: "Why does 127.0.0.1 go this way?" })).toContainText(
    "127.0.0.1 is this computer itself.",
  );
  const row = page.getByRole("list", { name: "Routes" }).getByRole("listitem").first();
  await row.getByRole("button").click();
  await expect(row).toContainText("Who put it there?");
  await expectReadable(page);
});

test("the interfaces of this machine are listed with what they are for", async () => {
  const { page } = holdfast;
  await page.getByRole("tab", { name: "Interfaces" }).click();
  const ofSystem = page.getByRole("region", { name: "The system's own" });
  await ofSystem.getByRole("button", { name: /^Show/ }).click();
  await expect(ofSystem.getByRole("listitem").filter({ hasText: "127.0.0.1/8" })).toContainText("this computer itself");
  await expectReadable(page);
});

test("a check of this machine's own address says that it is this computer, and sends nothing", async () => {
  const { page } = holdfast;
  await page.getByRole("tab", { name: "Status" }).click();
  await page.getByRole("textbox", { name: "VPN server" }).fill("127.0.0.1:1");
  await page.getByRole("button", { name: "Check" }).click();
  const answer = page.getByRole("region", { name: "Would a connection work now?" });
  await expect(answer).toContainText("127.0.0.1 is this computer itself.");
  await expect(answer).not.toContainText("Tried");
});

test("only a press on the button tries a connection, and the outcome stands beside what was foreseen", async () => {
  const { page } = holdfast;
  await page.getByRole("button", { name: "Try one connection" }).click();
  const answer = page.getByRole("region", { name: "Would a connection work now?" });
  await expect(answer).toContainText(/127\.0\.0\.1 reached after \d+ ms, but nothing listens on port 1 there\./);
  await expect(answer).toContainText("That fits what the routes say.");
  await expectReadable(page);
});

import { join } from "node:path";
import { expect, test as plain } from "@playwright/test";
import { projectFolder } from "../../scripts/paths.mjs";
import { createLab } from "../lab/lab.ts";
import type { Lab } from "../lab/lab.ts";
import { SERVER, WIFI } from "../lab/network/addresses.ts";
import { connect, disconnect, killHard, tryConnect } from "../lab/vpn/connect.ts";
import { innerHostAnswers } from "../lab/vpn/ping.ts";
import { startApp } from "./app/start-app.ts";
import type { RunningApp } from "./app/start-app.ts";
import { startDesktop } from "./stage/desktop.ts";
import type { Desktop } from "./stage/desktop.ts";

const STALE_PIN = `${SERVER} via ${WIFI.home.router} dev wlan0`;
const MOVED_PIN = `${SERVER} via ${WIFI.hot.router} dev wlan0`;

/** Longer than a verdict on a living client is held back after a change of network. */
const VERDICT = { timeout: 40_000 };

const test = plain.extend<{ lab: Lab; desktop: Desktop; holdfast: RunningApp }>({
  lab: async ({}, use) => {
    const lab = await createLab();
    await use(lab);
    await lab.destroy();
  },
  desktop: async ({}, use) => {
    const desktop = await startDesktop();
    await use(desktop);
    await desktop.stop();
  },
  holdfast: async ({ desktop, lab }, use) => {
    const holdfast = await startApp(desktop, { enter: lab.laptop.enter });
    await use(holdfast);
    await holdfast.stop();
  },
});

test("a session was killed and the network changed: one click removes the stale route, undo brings it back", async ({
  lab,
  desktop,
  holdfast,
}) => {
  const { page } = holdfast;
  await expect.poll(() => desktop.trayPicture()).toBe("off-on-light");
  const first = await connect(lab);
  await expect.poll(() => desktop.trayPicture()).toBe("up-on-light");
  await killHard(first);
  await lab.wifi.join("hot", "make-before-break");
  await expect.poll(() => desktop.trayPicture(), VERDICT).toBe("residue-on-light");
  await expect
    .poll(() => desktop.notifications().map(({ summary }) => summary))
    .toContain("Your next VPN connection will fail");

  await desktop.clickTrayIcon();
  await expect.poll(() => holdfast.isOpen()).toBe(true);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your VPN cannot connect here");
  await expect(page.getByRole("img")).toHaveAccessibleName(new RegExp(`${WIFI.home.router} is not on this network`));
  await expect(page.getByText(`${SERVER} → ${WIFI.home.router} (wlan0)`)).toBeVisible();
  expect((await tryConnect(lab, 5_000)).connected).toBe(false);
  await page.screenshot({ path: join(projectFolder, "test-results", "popover", "story.png") });

  await page.getByRole("button", { name: /^Delete 1 route/ }).click();
  await expect(page.getByRole("heading", { name: "Done and checked" })).toBeVisible();
  expect(await lab.laptop.routes()).not.toContain(STALE_PIN);
  const again = await connect(lab);
  expect(await innerHostAnswers(lab)).toBe(true);
  await disconnect(again);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: /^Put back/ })).toBeVisible();
  expect(await lab.laptop.routes()).toContain(STALE_PIN);
});

test("the network changed under a living session: one click moves its route and the session goes on", async ({
  lab,
  desktop,
  holdfast,
}) => {
  const { page } = holdfast;
  const vpn = await connect(lab, "without-attempt-reconnect");
  await expect.poll(() => desktop.trayPicture()).toBe("up-on-light");
  await lab.wifi.join("hot", "make-before-break");
  await expect
    .poll(() => desktop.notifications().map(({ summary }) => summary))
    .toEqual(["Network changed while your VPN is up"]);
  await expect.poll(() => desktop.trayPicture(), VERDICT).toBe("broken-on-light");
  await desktop.closeNotifications();
  expect(desktop.notifications().map(({ summary }) => summary)).toContain("Your VPN cannot reconnect");

  await desktop.chooseMenuItem("Move 1 route and reconnect…");
  await expect.poll(() => holdfast.isOpen()).toBe(true);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your VPN cannot reconnect here");
  await page.getByRole("button", { name: "Move 1 route and reconnect" }).click();
  await expect(page.getByRole("heading", { name: "Done and checked" })).toBeVisible();
  expect(await lab.laptop.routes()).toContain(MOVED_PIN);
  await expect.poll(() => innerHostAnswers(lab), VERDICT).toBe(true);
  expect(vpn.ending()).toBeUndefined();
});

test("a click on the notification opens the popover at the finding", async ({ lab, desktop, holdfast }) => {
  await expect.poll(() => desktop.trayPicture()).toBe("off-on-light");
  await killHard(await connect(lab));
  await lab.wifi.join("hot", "make-before-break");
  const blocked = () => desktop.notifications().filter(({ summary, open }) => open && summary.includes("will fail"));
  await expect.poll(blocked, VERDICT).toHaveLength(1);
  await desktop.clickNotification();
  await expect.poll(() => holdfast.isOpen()).toBe(true);
  await expect(holdfast.page.locator("li:focus")).toContainText("Stale route to the VPN server");
});

import { SERVER, WIFI } from "../lab/network/addresses.ts";
import { connect, disconnect, killHard, tryConnect } from "../lab/vpn/connect.ts";
import { innerHostAnswers } from "../lab/vpn/ping.ts";
import { placeOfPopover } from "./app/popover-window.ts";
import type { Desktop } from "./stage/desktop.ts";
import { clickOnScreen } from "./story/hand.ts";
import { everythingOf, pinsOf } from "./story/laptop-state.ts";
import { photograph } from "./story/popover-photo.ts";
import { expect, test } from "./story/story-test.ts";

const STALE_PIN = `${SERVER} via ${WIFI.home.router} dev wlan0`;
const MOVED_PIN = `${SERVER} via ${WIFI.hot.router} dev wlan0`;

// A healthy connection takes 0.3 s here; through a stale pin the kernel gives up after 72 s.
const HEALTHY_WITHIN_MS = 5_000;

test.describe.configure({ timeout: 5 * 60_000 });

test("a session was killed and the network changed: one click removes the stale route, the next session connects, undo brings the route back", async ({
  lab,
  desktop,
  holdfast,
}) => {
  const { page } = holdfast;
  await expect.poll(() => desktop.trayPicture()).toBe("off-on-light");
  const killed = await connect(lab);
  await expect.poll(() => desktop.trayPicture()).toBe("up-on-light");
  await killHard(killed);
  await lab.wifi.join("hot", "make-before-break");
  await expect.poll(() => desktop.trayPicture()).toBe("residue-on-light");
  await expect.poll(() => bodiesOf(desktop)).toContainEqual(expect.stringContaining("Delete 1 route"));
  expect((await tryConnect(lab, HEALTHY_WITHIN_MS)).connected).toBe(false);

  await desktop.clickTrayIcon();
  await placeOfPopover(desktop);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your VPN cannot connect here");
  await expect(page.getByRole("img")).toHaveAccessibleName(new RegExp(`${WIFI.home.router} is not on this network`));
  await expect(page.getByText(`${SERVER} → ${WIFI.home.router} (wlan0)`)).toBeVisible();
  await photograph(page, "killed-session-before");
  const before = await everythingOf(lab);

  await clickOnScreen(page.getByRole("button", { name: /^Delete 1 route/ }), desktop);
  await expect(page.getByRole("heading", { name: "Done and checked" })).toBeVisible();
  await expect.poll(() => desktop.trayPicture()).toBe("off-on-light");
  expect(await pinsOf(lab)).toEqual([]);
  await photograph(page, "killed-session-after");

  const again = await connect(lab);
  expect(await innerHostAnswers(lab)).toBe(true);
  await expect.poll(() => desktop.trayPicture()).toBe("up-on-light");
  await disconnect(again);

  await clickOnScreen(page.getByRole("button", { name: "Undo" }), desktop);
  await expect(page.getByRole("heading", { name: /^Put back/ })).toBeVisible();
  expect(await pinsOf(lab)).toEqual([STALE_PIN]);
  expect(await everythingOf(lab)).toBe(before);
  await photograph(page, "killed-session-undone");
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
  await expect.poll(() => summariesOf(desktop)).toEqual(["Network changed while your VPN is up"]);
  await expect.poll(() => desktop.trayPicture()).toMatch(/^recovering-\d-on-light$/);
  await expect.poll(() => desktop.trayPicture()).toBe("broken-on-light");
  await expect.poll(() => summariesOf(desktop)).toContain("Your VPN cannot reconnect");
  expect(await innerHostAnswers(lab)).toBe(false);

  const { body } = await desktop.clickNotification();
  expect(body).toContain("Move 1 route and reconnect");
  await placeOfPopover(desktop);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your VPN cannot reconnect here");
  await expect(page.locator("li:focus")).toContainText("Stale route to the VPN server");
  await photograph(page, "living-session-before");
  await clickOnScreen(page.getByRole("button", { name: "Move 1 route and reconnect" }), desktop);
  await expect(page.getByRole("heading", { name: "Done and checked" })).toBeVisible();
  expect(await pinsOf(lab)).toEqual([MOVED_PIN]);
  await expect.poll(() => innerHostAnswers(lab)).toBe(true);
  await expect.poll(() => desktop.trayPicture()).toBe("up-on-light");
  expect(vpn.ending()).toBeUndefined();
  await photograph(page, "living-session-after");
});

const LANGUAGES = [
  {
    systemLanguage: "en_US.UTF-8",
    finding: "Stale route to the VPN server",
    repair: "Delete 1 route",
    done: "Done and checked",
  },
  {
    systemLanguage: "zh_CN.UTF-8",
    finding: "通往 VPN 服务器的路由已失效",
    repair: "删除 1 条路由",
    done: "已完成，并已核实",
  },
] as const;

for (const { systemLanguage, finding, repair, done } of LANGUAGES) {
  test.describe(`with LANG=${systemLanguage}`, () => {
    test.use({ systemLanguage });

    test("the icon leads to the one stale route, and one click removes it", async ({ lab, desktop, holdfast }) => {
      const { page } = holdfast;
      const killed = await connect(lab, "without-resolver");
      await expect.poll(() => desktop.trayPicture()).toBe("up-on-light");
      await killHard(killed);
      await lab.wifi.join("hot", "make-before-break");
      await expect.poll(() => bodiesOf(desktop)).toContainEqual(expect.stringContaining(repair));
      expect(bodiesOf(desktop).at(-1)).toContain(finding);
      await desktop.clickTrayIcon();
      await placeOfPopover(desktop);
      await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(finding);
      await photograph(page, `stale-route-before-${systemLanguage}`);
      await clickOnScreen(page.getByRole("button", { name: repair, exact: true }), desktop);
      await expect(page.getByRole("heading", { name: done })).toBeVisible();
      expect(await pinsOf(lab)).toEqual([]);
      await photograph(page, `stale-route-after-${systemLanguage}`);
    });
  });
}

const summariesOf = (desktop: Desktop) => desktop.notifications().map(({ summary }) => summary);

const bodiesOf = (desktop: Desktop) => desktop.notifications().map(({ body }) => body);

import type { Locator, Page } from "@playwright/test";
import type { Lab } from "../lab/lab.ts";
import { descendantsOf, readProcess } from "../lab/room/processes.ts";
import { SERVER, WIFI } from "../lab/network/addresses.ts";
import { connect } from "../lab/vpn/connect.ts";
import type { Openconnect } from "../lab/vpn/openconnect.ts";
import { innerHostAnswers } from "../lab/vpn/ping.ts";
import { isPopoverShown, placeOfPopover } from "./app/popover-window.ts";
import type { Desktop } from "./stage/desktop.ts";
import { clickOnScreen } from "./story/hand.ts";
import { pinsOf } from "./story/laptop-state.ts";
import { photograph } from "./story/popover-photo.ts";
import { expect, test } from "./story/story-test.ts";

const MOVED_PIN = `${SERVER} via ${WIFI.hot.router} dev wlan0`;

test.describe.configure({ timeout: 5 * 60_000 });

/** Connects, and turns the switch on with the mouse. */
async function keptByHand(lab: Lab, desktop: Desktop, page: Page): Promise<{ vpn: Openconnect; keepAlive: Locator }> {
  const vpn = await connect(lab, "without-attempt-reconnect");
  await expect.poll(() => desktop.trayPicture()).toBe("up-on-light");
  await desktop.clickTrayIcon();
  await placeOfPopover(desktop);
  const keepAlive = page.getByRole("switch", { name: "Keep my VPN alive when the network changes" });
  await clickOnScreen(keepAlive, desktop);
  await expect(page.getByText("Watching openconnect on tun0.")).toBeVisible();
  return { vpn, keepAlive };
}

test("with keep-alive turned on a session goes on through a change of the network, and the user is told", async ({
  lab,
  desktop,
  holdfast,
}) => {
  const { page } = holdfast;
  const { vpn, keepAlive } = await keptByHand(lab, desktop, page);
  await expect(keepAlive).toBeChecked();
  await photograph(page, "keep-alive-watching");
  await desktop.pressKey("Escape");
  await expect.poll(() => isPopoverShown(desktop)).toBe(false);

  await lab.wifi.join("hot", "make-before-break");
  await expect.poll(() => innerHostAnswers(lab)).toBe(true);
  expect(await pinsOf(lab)).toEqual([MOVED_PIN]);
  const told = () => desktop.notifications().filter(({ open }) => open);
  await expect
    .poll(() => told().map(({ summary }) => summary))
    .toEqual([expect.stringMatching(/^Back after [\d.]+ s$/)]);
  await expect.poll(() => desktop.trayPicture()).toBe("up-on-light");

  await desktop.clickNotification();
  await placeOfPopover(desktop);
  await expect(page.getByText(/^Back after [\d.]+ s, at .+\. Still watching\.$/)).toBeVisible();
  await photograph(page, "keep-alive-back");
  await clickOnScreen(page.getByRole("tab", { name: "Timeline" }), desktop);
  await expect(page.getByText(/^VPN kept alive: Move 1 route and reconnect\. Back after [\d.]+ s\.$/)).toBeVisible();
  await photograph(page, "keep-alive-timeline");

  // Whatever came before it was replaced: nothing says that the VPN cannot reconnect, which it could.
  const summaries = desktop.notifications().map(({ summary }) => summary);
  expect(summaries).not.toContain("Your VPN cannot reconnect");
  expect(vpn.ending()).toBeUndefined();
});

test("a helper that was killed is started again and keeps the session; turned off it ends, and nothing is done any more", async ({
  lab,
  desktop,
  holdfast,
}) => {
  const { page } = holdfast;
  const { vpn, keepAlive } = await keptByHand(lab, desktop, page);

  const [first] = helpersOf(holdfast.pid);
  if (first === undefined) throw new Error("no helper runs");
  process.kill(first, "SIGKILL");
  await expect.poll(() => helpersOf(holdfast.pid).filter((pid) => pid !== first)).toHaveLength(1);
  await expect(page.getByText("Watching openconnect on tun0.")).toBeVisible();

  await lab.wifi.join("hot", "make-before-break");
  await expect.poll(() => innerHostAnswers(lab)).toBe(true);
  await expect(page.getByText(/^Back after [\d.]+ s/)).toBeVisible();
  // Nothing is told that the open popover shows.
  expect(desktop.notifications()).toEqual([]);

  await clickOnScreen(keepAlive, desktop);
  await expect(keepAlive).not.toBeChecked();
  await expect.poll(() => helpersOf(holdfast.pid)).toEqual([]);
  await lab.wifi.join("home", "make-before-break");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your VPN cannot reconnect here");
  expect(await pinsOf(lab)).toEqual([MOVED_PIN]);
  expect(vpn.ending()).toBeUndefined();
});

/** The helpers that an app runs now. */
function helpersOf(app: number): number[] {
  return descendantsOf(app).filter((pid) => readProcess(pid, "cmdline").includes("helper.cjs"));
}

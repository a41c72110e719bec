import { connect } from "../lab/vpn/connect.ts";
import { placeOfPopover } from "./app/popover-window.ts";
import type { Desktop } from "./stage/desktop.ts";
import { expect, test } from "./story/story-test.ts";

test.describe.configure({ timeout: 5 * 60_000 });

test.describe("with the topic “network changed” turned off", () => {
  test.use({ settings: { introduced: true, mutedTopics: ["network-changed"] } });

  test("a change of network is not told, that the VPN is blocked is, and a click leads to the finding", async ({
    lab,
    desktop,
    holdfast,
  }) => {
    await connect(lab, "without-attempt-reconnect");
    await expect.poll(() => desktop.trayPicture()).toBe("up-on-light");
    await lab.wifi.join("hot", "make-before-break");
    await expect.poll(() => desktop.trayPicture()).toMatch(/^recovering-\d-on-light$/);
    await expect.poll(() => desktop.trayPicture()).toBe("broken-on-light");

    await desktop.clickNotification();
    expect(toldOn(desktop)).toEqual(["Your VPN cannot reconnect"]);
    await placeOfPopover(desktop);
    await expect(holdfast.page.locator("li:focus")).toContainText("Stale route to the VPN server");
  });
});

test("a notification is taken back when the VPN is blocked no more, comes again where it is, and goes when the popover is opened", async ({
  lab,
  desktop,
  holdfast: _holdfast,
}) => {
  await connect(lab, "without-attempt-reconnect");
  await expect.poll(() => desktop.trayPicture()).toBe("up-on-light");
  await lab.wifi.join("hot", "make-before-break");
  await expect.poll(() => openOn(desktop)).toEqual(["Your VPN cannot reconnect"]);

  await lab.wifi.join("home", "make-before-break");
  await expect.poll(() => desktop.trayPicture()).toBe("up-on-light");
  await expect.poll(() => openOn(desktop)).toEqual([]);

  await lab.wifi.join("hot", "make-before-break");
  await expect.poll(() => openOn(desktop)).toEqual(["Your VPN cannot reconnect"]);
  await desktop.clickTrayIcon();
  await placeOfPopover(desktop);
  await expect.poll(() => openOn(desktop)).toEqual([]);
  // The second and third change came within a minute of the first.
  const changes = toldOn(desktop).filter((summary) => summary === "Network changed while your VPN is up");
  expect(changes).toHaveLength(1);
});

const toldOn = (desktop: Desktop) => desktop.notifications().map(({ summary }) => summary);

const openOn = (desktop: Desktop) =>
  desktop
    .notifications()
    .filter(({ open }) => open)
    .map(({ summary }) => summary);

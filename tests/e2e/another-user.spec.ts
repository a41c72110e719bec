import { connect, killHard } from "../lab/vpn/connect.ts";
import { clickOnScreen } from "./story/hand.ts";
import { everythingOf } from "./story/laptop-state.ts";
import { photograph } from "./story/popover-photo.ts";
import { confinementOf } from "./story/confinement.ts";
import { test } from "./story/own-app-test.ts";
import { expect } from "./story/story-test.ts";

test.describe.configure({ timeout: 5 * 60_000 });

test("for somebody who is not root the app runs in Chromium's sandbox, shows the stale route, and repairs nothing without rights", async ({
  lab,
  desktop,
  ownApp,
}) => {
  const { page, pid } = ownApp;
  await expect.poll(() => desktop.trayPicture()).toBe("off-on-light");
  expect(confinementOf(pid)).toEqual({ user: 65_534, systemCalls: "filtered", network: "own", users: "own" });

  const killed = await connect(lab, "without-resolver");
  await expect.poll(() => desktop.trayPicture()).toBe("up-on-light");
  await killHard(killed);
  await lab.wifi.join("hot", "make-before-break");
  await expect.poll(() => desktop.trayPicture()).toBe("residue-on-light");
  const before = await everythingOf(lab);

  await desktop.clickTrayIcon();
  await clickOnScreen(page.getByRole("button", { name: "Delete 1 route" }), desktop);
  const alert = page.getByRole("alert");
  await expect(alert.getByRole("heading")).toHaveText("Nothing was changed");
  await expect(alert).toContainText("needs administrator rights");
  await expect(alert).toContainText("sudo ");
  expect(await everythingOf(lab)).toBe(before);
  await photograph(page, "without-rights");
});

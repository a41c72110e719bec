import { connect, killHard } from "../lab/vpn/connect.ts";
import { OTHER_UID } from "./story/another-user.ts";
import { clickOnScreen } from "./story/hand.ts";
import { installHelperFor } from "./story/installed-helper.ts";
import { photograph } from "./story/popover-photo.ts";
import { test as ownApp, type OwnAppStory } from "./story/own-app-test.ts";
import { expect } from "./story/story-test.ts";

const test = ownApp.extend<Pick<OwnAppStory, "prepared">>({
  prepared: async ({ lab }, use) => {
    await installHelperFor(OTHER_UID, lab);
    await use(undefined);
  },
});

test.describe.configure({ timeout: 5 * 60_000 });

test("somebody who is not root cleans the stale route with one click and no password, once a helper is installed, and takes it back", async ({
  lab,
  desktop,
  ownApp: { page },
}) => {
  const killed = await connect(lab, "without-resolver");
  await expect.poll(() => desktop.trayPicture()).toBe("up-on-light");
  await killHard(killed);
  await lab.wifi.join("hot", "make-before-break");
  await expect.poll(() => desktop.trayPicture()).toBe("residue-on-light");
  const stale = (await lab.laptop.routes()).filter((route) => route.startsWith("203.0.113.9 "));
  expect(stale).toHaveLength(1);

  await desktop.clickTrayIcon();
  const repair = page.getByRole("region", { name: "The repair" });
  await expect(repair).not.toContainText("password");
  await photograph(page, "installed-helper");
  await clickOnScreen(page.getByRole("button", { name: "Delete 1 route" }), desktop);
  await expect.poll(async () => (await lab.laptop.routes()).filter((route) => stale.includes(route))).toEqual([]);
  await expect.poll(() => desktop.trayPicture()).toBe("off-on-light");

  await clickOnScreen(page.getByRole("button", { name: "Undo" }), desktop);
  await expect.poll(async () => (await lab.laptop.routes()).filter((route) => stale.includes(route))).toEqual(stale);
});

import type { Locator, Page } from "@playwright/test";
import type { Lab } from "../lab/lab.ts";
import { SERVER, WIFI } from "../lab/network/addresses.ts";
import { connect, killHard } from "../lab/vpn/connect.ts";
import { placeOfPopover } from "./app/popover-window.ts";
import type { Desktop } from "./stage/desktop.ts";
import { clickOnScreen } from "./story/hand.ts";
import { pinsOf } from "./story/laptop-state.ts";
import { photograph } from "./story/popover-photo.ts";
import { expect, test } from "./story/story-test.ts";

/*
 * The nine questions of the report in docs/design/01-product.md, asked of the real app on a laptop whose VPN breaks, and
 * answered by nothing but clicks: the tray's icon, the desktop's mouse, a notification. No key is pressed and nothing typed.
 */
test.describe.configure({ timeout: 5 * 60_000 });

/** What she has copied from her terminal: what a clean-up script of the packet filter printed. */
const CLEAN_UP_LINES = ["No ALTQ support in kernel", "ALTQ related functions disabled", "rules cleared", "nat cleared"];

/** As Ctrl-C in a terminal does it: the lines are the desktop's clipboard afterwards. */
async function copyInTheTerminal(page: Page, lines: readonly string[]): Promise<void> {
  const copied = await page.evaluate((text) => {
    const copy = (event: ClipboardEvent) => {
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
    };
    document.addEventListener("copy", copy, { once: true });
    return document.execCommand("copy");
  }, lines.join("\n"));
  expect(copied).toBe(true);
}

/** The laptop's addresses are set by hand; this is what a DHCP client would have noted when it got them. */
async function leaseFromDhcp({ laptop }: Lab): Promise<void> {
  const { laptop: address, router } = WIFI.hot;
  await laptop.run(["/usr/bin/mkdir", "-p", "/var/lib/dhcp"]);
  const fields = [`interface "wlan0"`, `fixed-address ${address}`, `option routers ${router}`];
  await laptop.writeFile(
    "/var/lib/dhcp/dhclient.leases",
    `lease {\n${fields.map((field) => `  ${field};\n`).join("")}}\n`,
  );
}

class Reader {
  readonly #page: Page;
  readonly #desktop: Desktop;

  constructor(page: Page, desktop: Desktop) {
    this.#page = page;
    this.#desktop = desktop;
  }

  get panel(): Locator {
    return this.#page.getByRole("tabpanel");
  }

  async click(target: Locator): Promise<void> {
    // As a hand does that scrolls until what it wants stands free.
    await target.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await clickOnScreen(target, this.#desktop);
  }

  async openView(name: string): Promise<void> {
    await this.click(this.#page.getByRole("tab", { name }));
    await expect(this.#page.getByRole("tab", { name })).toHaveAttribute("aria-selected", "true");
  }
}

test("each of the nine questions is answered by clicks alone, in the app, on a laptop whose VPN breaks", async ({
  lab,
  desktop,
  holdfast: { page },
}) => {
  const reader = new Reader(page, desktop);
  const { panel } = reader;
  const vpn = await connect(lab, "without-attempt-reconnect");
  await expect.poll(() => desktop.trayPicture()).toBe("up-on-light");
  await lab.wifi.join("hot", "make-before-break");
  await expect.poll(() => desktop.notifications().map(({ summary }) => summary)).toContain("Your VPN cannot reconnect");

  await test.step("Warn me: the notification leads to what is wrong", async () => {
    await desktop.clickNotification();
    await placeOfPopover(desktop);
    await expect(page.locator("li:focus")).toContainText("Stale route to the VPN server");
  });

  await test.step("1. What is this error? What does each line mean?", async () => {
    await reader.openView("Log");
    await reader.click(panel.getByRole("button", { name: "Explain the log of openconnect" }));
    await expect(panel.getByRole("region", { name: "Verdict" })).toBeVisible();
    await expect(panel.getByRole("list").getByText("Why, and what to do").first()).toBeVisible();
    await photograph(page, "live-1-error");
  });

  await test.step("5. Do those clean-up lines delete routes?", async () => {
    await copyInTheTerminal(page, CLEAN_UP_LINES);
    await reader.click(panel.getByRole("button", { name: "Another log" }));
    await reader.click(panel.getByRole("button", { name: "Paste what I copied" }));
    await expect(panel.getByRole("heading", { level: 1 })).toHaveText("This is the packet filter; no route is touched");
  });

  await test.step("2. What is a routing socket? What is utun?", async () => {
    await reader.openView("Glossary");
    for (const term of ["routing socket", "utun"])
      await expect(panel.getByRole("term").filter({ hasText: new RegExp(`^${term}$`) })).toBeAttached();
  });

  await test.step("3. Explain this routing table", async () => {
    await reader.openView("Routes");
    const pin = panel.getByRole("listitem").filter({ hasText: SERVER }).first();
    await reader.click(pin.getByRole("button").first());
    await expect(pin.getByRole("heading", { name: "Who put it there?" })).toBeVisible();
    // A word of it is one click from its meaning.
    await reader.click(pin.getByRole("button", { name: "gateway pin", exact: true }));
    await expect(panel.getByRole("term").first()).toHaveText("gateway pin");
  });

  await test.step("4. What changed when I switched Wi-Fi?", async () => {
    await reader.openView("Timeline");
    const entry = panel.getByRole("listitem").filter({ hasText: WIFI.hot.router }).first();
    await reader.click(entry.getByRole("button").first());
    await expect(panel.getByRole("list", { name: "before" }).first()).toBeVisible();
    await expect(panel).toContainText(WIFI.home.router);
    await photograph(page, "live-4-changes");
  });

  await test.step("7. Is an old VPN process left? Which of these interfaces are leftovers?", async () => {
    await reader.openView("Interfaces");
    await expect(panel.getByText("No old VPN program or tunnel is left over.")).toBeVisible();
    await expect(panel.getByRole("region", { name: "VPN programs" })).toContainText("openconnect");
  });

  await test.step("6. Why are stale routes left, so that I cannot connect next time?", async () => {
    await killHard(vpn);
    await expect.poll(() => desktop.trayPicture()).toBe("residue-on-light");
    await reader.openView("Status");
    await expect(panel.getByText(`${SERVER} → ${WIFI.home.router} (wlan0)`)).toBeVisible();
    await reader.click(panel.getByRole("button", { name: "How do you know?" }).first());
    await expect(panel.getByText(`${WIFI.home.router} is not on the network`, { exact: false }).first()).toBeVisible();
  });

  await test.step("9. Clean it up for me", async () => {
    await reader.click(panel.getByRole("button", { name: /^Delete 1 route/ }));
    await expect(panel.getByRole("heading", { name: "Done and checked" })).toBeVisible();
    expect(await pinsOf(lab)).toEqual([]);
  });

  await test.step("8. How do I set the gateway? (no default route is left)", async () => {
    await leaseFromDhcp(lab);
    await lab.laptop.ip("route", "del", "default");
    await expect.poll(() => desktop.trayPicture()).toBe("broken-on-light");
    await reader.click(panel.getByRole("button", { name: "Restore the default route" }));
    await expect(panel.getByRole("heading", { name: "Done and checked" })).toBeVisible();
    expect(await lab.laptop.routes()).toContainEqual(expect.stringMatching(`^default via ${WIFI.hot.router} `));
    await photograph(page, "live-8-default-route");
  });
});

import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { observed, valuesOf } from "../../shared/snapshot/part.ts";
import { darwinRoute } from "../support/example-route.ts";
import { judged, recordedSnapshot } from "../support/judged.ts";
import type { ViewId } from "../../renderer/app/navigation.ts";
import { openTab } from "./gallery/acts.ts";
import { popoverOf, recordedMachine } from "./gallery/popover.ts";
import type { Known, Popover } from "./gallery/popover.ts";
import { askAddress } from "./gallery/scenes/routes.ts";
import { startDesktop } from "./stage/desktop.ts";
import type { Desktop } from "./stage/desktop.ts";
import { startStandIn } from "./stand-in/start-stand-in.ts";
import { HEALTHY, STALE_PIN } from "./states/machines.ts";
import type { StandInApp } from "./stand-in/start-stand-in.ts";

/*
 * What the views do. How each of them looks, that its words fit and that it is accessible, in both languages and themes, is
 * checked in gallery.spec.ts.
 */

let desktop: Desktop;
let standIn: StandInApp;
let popover: Popover;

test.beforeAll(async () => {
  desktop = await startDesktop();
  standIn = await startStandIn(desktop.env, join(desktop.folder, "stand-in"));
  popover = popoverOf(standIn, "en");
});

test.afterAll(async () => {
  await standIn?.stop();
  await desktop?.stop();
});

test.beforeEach(async () => {
  await standIn.page.reload();
});

/** The same at another time of day (ISO 8601). */
function seenAt(known: Known, at: string): Known {
  const { observation } = known.model;
  return { ...known, model: { ...known.model, observation: observation && { ...observation, at } } };
}

/** Shows a recorded machine in one of the views. */
async function open(view: ViewId, capture: string): Promise<void> {
  await popover.know(recordedMachine(capture));
  await openTab(view)(popover);
}

test("an address typed into the search says which route takes it and why the others do not", async () => {
  const { page } = standIn;
  await open("routes", HEALTHY);
  await askAddress("222.66.117.109")(popover);
  const answer = page.getByRole("region", { name: "Why does 222.66.117.109 go this way?" });
  await expect(answer).toContainText("222.66.117.109 → 10.51.0.1 (en0)");
  await expect(answer.getByRole("listitem").filter({ hasText: "222.66.117.0/24 → utun6" })).toContainText(
    "less specific: /24 instead of /32",
  );
});

test("Escape empties the search before it hides the popover", async () => {
  const { page } = standIn;
  await open("routes", HEALTHY);
  await page.getByRole("searchbox").fill("utun6");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("searchbox")).toHaveValue("");
  expect(await standIn.calls("hide")).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await standIn.calls("hide")).toEqual([null]);
});

test("the routes of an interface are one click away", async () => {
  const { page } = standIn;
  await open("interfaces", HEALTHY);
  await page.getByRole("listitem").filter({ hasText: "utun6" }).getByRole("button", { name: "routes" }).click();
  await expect(page.getByRole("tab", { name: "Routes" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("searchbox")).toHaveValue("utun6");
  for (const row of await page.getByRole("tabpanel").getByRole("listitem").all())
    await expect(row).toContainText("utun6");
});

test("the role of a route leads to its term in the glossary", async () => {
  const { page } = standIn;
  await open("routes", STALE_PIN);
  const pin = page.getByRole("listitem").filter({ hasText: "222.66.117.109" });
  await pin.getByRole("button").first().click();
  await pin.getByRole("button", { name: "gateway pin", exact: true }).click();
  await expect(page.getByRole("tab", { name: "Glossary" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("term").first()).toHaveText(/gateway pin/i);
});

test("the arrow keys lead through all views, and each keeps what was typed in it", async () => {
  const { page } = standIn;
  await open("routes", HEALTHY);
  await page.getByRole("searchbox").fill("utun6");
  await page.getByRole("tab", { name: "Routes" }).focus();
  const shown = () => page.getByRole("tab", { selected: true }).innerText();
  const visited: string[] = [];
  const count = await page.getByRole("tab").count();
  for (let step = 0; step < count; step++) {
    await page.keyboard.press("ArrowRight");
    visited.push(await shown());
    await expect(page.getByRole("tabpanel")).toHaveCount(1);
  }
  expect(new Set(visited).size).toBe(count);
  expect(visited.at(-1)).toBe("Routes");
  await expect(page.getByRole("searchbox")).toHaveValue("utun6");
});

test("tables are asked for only while their view is open, and again with each look", async () => {
  const { page } = standIn;
  const machine = recordedMachine(HEALTHY);
  await popover.know(machine);
  const before = (await standIn.calls("routes")).length;
  await openTab("routes")(popover);
  await expect.poll(async () => (await standIn.calls("routes")).length).toBe(before + 1);
  await popover.know(seenAt(machine, "2026-03-02T12:00:30.000Z"));
  await expect.poll(async () => (await standIn.calls("routes")).length).toBe(before + 2);
  await openTab("status")(popover);
  await expect(page.getByRole("heading", { level: 1, name: "Your VPN works" })).toBeVisible();
  await popover.know(seenAt(machine, "2026-03-02T12:01:00.000Z"));
  expect(await standIn.calls("routes")).toHaveLength(before + 2);
});

test("who comes by a notification is led to the finding from any view; until then its tab says that something is wrong", async () => {
  const { page } = standIn;
  await open("routes", STALE_PIN);
  await expect(page.getByRole("tab", { name: "Status" })).toHaveAccessibleName("Status something is wrong");
  await standIn.reveal({ finding: "gateway-pin-stale" });
  await expect(page.getByRole("listitem").filter({ hasText: "Stale route to the VPN server" })).toBeFocused();
  await expect(page.getByRole("tab", { name: "Status" })).toHaveAccessibleName("Status");
});

test("of a long table only the rows in sight are drawn, the search sees them all, and the last one can be reached", async () => {
  const { page } = standIn;
  const machine = recordedMachine(HEALTHY);
  const snapshot = recordedSnapshot(HEALTHY);
  const rows = Array.from({ length: 20_000 }, (_, n) =>
    darwinRoute({
      destination: `100.${64 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}/32`,
      gateway: "link",
      interface: "utun6",
    }),
  );
  const long = {
    ...snapshot,
    routes: { ...snapshot.routes, inet: observed([...valuesOf(snapshot.routes.inet), ...rows]) },
  };
  await popover.know({ ...machine, look: judged(long) });
  await openTab("routes")(popover);
  const items = page.getByRole("tabpanel").getByRole("listitem");
  await expect(items.first()).toBeVisible();
  expect(await items.count()).toBeLessThan(60);
  await expect(page.getByRole("radio", { name: /^All/ })).toContainText("20,0");
  await page.getByRole("button", { name: "Show more" }).scrollIntoViewIfNeeded();
  await expect(items.last()).toHaveAttribute("aria-posinset", "5000");
  await page.getByRole("searchbox").fill("100.64.78.31");
  await expect(items).toHaveCount(1);
});

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { projectFolder } from "../../scripts/paths.mjs";
import { Language } from "../../shared/contract/settings.ts";
import { desktopTranslator } from "../support/desktop-translator.ts";
import { judged, modelAfter, recordedSnapshot } from "../support/judged.ts";
import { toldTimeline } from "../support/told-timeline.ts";
import { expectReadable, openEverything } from "./app/popover-checks.ts";
import { observed, valuesOf } from "../../shared/snapshot/part.ts";
import { darwinRoute } from "../support/example-route.ts";
import { startDesktop } from "./stage/desktop.ts";
import type { Desktop } from "./stage/desktop.ts";
import { viewStateFor } from "./states/view-states.ts";
import { startStandIn } from "./stand-in/start-stand-in.ts";
import type { StandInApp } from "./stand-in/start-stand-in.ts";

/** One picture of each view in each language and theme, for people to look at. */
const PICTURES = join(projectFolder, "test-results", "popover-views");
const THEMES = ["light", "dark"] as const;
const STALE_PIN = "05-third-state-stale-pin";
const HEALTHY = "04-seed-healthy-reconstructed";

let desktop: Desktop;
let standIn: StandInApp;
let sequence = 0;

test.beforeAll(async () => {
  desktop = await startDesktop();
  standIn = await startStandIn(desktop.env, join(desktop.folder, "stand-in"));
  await mkdir(PICTURES, { recursive: true });
});

test.afterAll(async () => {
  await standIn?.stop();
  await desktop?.stop();
});

test.beforeEach(async () => {
  await standIn.page.reload();
});

/** Shows a recorded machine, in a language. */
async function show(capture: string, language: Language = "en"): Promise<void> {
  const model = modelAfter(recordedSnapshot(capture));
  await standIn.look(judged(recordedSnapshot(capture)));
  await standIn.show(viewStateFor(model, language, ++sequence));
  await expect(standIn.page.locator("html")).toHaveAttribute("lang", language);
}

/** Opens a view by its tab. */
async function open(view: string, language: Language = "en"): Promise<void> {
  await standIn.page.getByRole("tab", { name: desktopTranslator(language)(`app:view.${view}`) }).click();
}

/** Does `look` in every language and theme. */
async function everyLook(capture: string, view: string, picture: string, look: () => Promise<void>): Promise<void> {
  const { page } = standIn;
  for (const language of Language.options) {
    for (const theme of THEMES) {
      await page.reload();
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await show(capture, language);
      await open(view, language);
      await look();
      await page.screenshot({ path: join(PICTURES, `${picture}-${language}-${theme}.png`) });
      await expectReadable(page);
    }
  }
}

/** Types an address into the search of routes and opens everything about the answer. */
async function ask(address: string): Promise<void> {
  const { page } = standIn;
  await page.getByRole("searchbox").fill(address);
  await expect(page.getByRole("region", { name: address })).toBeVisible();
  await page.getByRole("region", { name: address }).getByRole("button").first().click();
}

test("an address typed into the search says which route takes it and why the others do not", async () => {
  const { page } = standIn;
  await show(HEALTHY);
  await open("routes");
  await ask("222.66.117.109");
  const answer = page.getByRole("region", { name: "Why does 222.66.117.109 go this way?" });
  await expect(answer).toContainText("222.66.117.109 → 10.51.0.1 (en0)");
  await expect(answer.getByRole("listitem").filter({ hasText: "222.66.117.0/24 → utun6" })).toContainText(
    "less specific: /24 instead of /32",
  );
  await everyLook(HEALTHY, "routes", "address", () => ask("222.66.117.109"));
  await everyLook("85-linux-tailscale-healthy", "routes", "address-linux", () => ask("100.98.3.40"));
});

test("Escape empties the search before it hides the popover", async () => {
  const { page } = standIn;
  await show(HEALTHY);
  await open("routes");
  await page.getByRole("searchbox").fill("utun6");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("searchbox")).toHaveValue("");
  expect(await standIn.calls("hide")).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await standIn.calls("hide")).toEqual([null]);
});

for (const [capture, server] of [
  [HEALTHY, "203.0.113.9"],
  [STALE_PIN, null],
  ["78-linux-pin-purged-server-loop", null],
  ["44-wifi-off-nothing-left", "vpn.example.edu"],
] as const) {
  test(`the pre-flight on "${capture}" answers in words, fits and is accessible`, async () => {
    const { page } = standIn;
    await everyLook(capture, "status", `check-${capture}`, async () => {
      const card = page.locator("form");
      if (server !== null) await card.getByRole("textbox").fill(server);
      await card.getByRole("button").click();
      const region = page.getByRole("region").filter({ has: card });
      await expect(region.locator("svg").first()).toBeVisible();
      await region.evaluate((element) => element.scrollIntoView({ block: "start" }));
    });
  });
}

for (const capture of [
  HEALTHY,
  "03-seed-utun-list-and-ps",
  STALE_PIN,
  "89-linux-orphan-persistent-tun",
  "249-linux-containers",
]) {
  test(`the interfaces of "${capture}" fit and are accessible, shut and opened`, async () => {
    const { page } = standIn;
    const first = page.getByRole("tabpanel").getByRole("region").first();
    await everyLook(capture, "interfaces", `interfaces-${capture}`, () => expect(first).toBeVisible());
    await everyLook(capture, "interfaces", `interfaces-open-${capture}`, async () => {
      await expect(first).toBeVisible();
      await openEverything(page);
    });
  });
}

test("the routes of an interface are one click away", async () => {
  const { page } = standIn;
  await show(HEALTHY);
  await open("interfaces");
  await page.getByRole("listitem").filter({ hasText: "utun6" }).getByRole("button", { name: "routes" }).click();
  await expect(page.getByRole("tab", { name: "Routes" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("searchbox")).toHaveValue("utun6");
  for (const row of await page.getByRole("tabpanel").getByRole("listitem").all())
    await expect(row).toContainText("utun6");
});

for (const capture of [HEALTHY, STALE_PIN, "85-linux-tailscale-healthy"]) {
  test(`the routes of "${capture}" fit and are accessible, shut and opened`, async () => {
    const { page } = standIn;
    const list = page.getByRole("tabpanel").getByRole("listitem");
    await everyLook(capture, "routes", `routes-${capture}`, () => expect(list.first()).toBeVisible());
    await everyLook(capture, "routes", `route-open-${capture}`, async () => {
      await list.first().getByRole("button").click();
      await expect(list.first().getByRole("heading").first()).toBeVisible();
    });
  });
}

test("the timeline tells what happened, and opens to what differs", async () => {
  const { page } = standIn;
  const entry = page.getByRole("tabpanel").getByRole("listitem").filter({ hasText: "10.51.0.1" }).last();
  await standIn.tell([]);
  await everyLook(HEALTHY, "timeline", "timeline-empty", () =>
    expect(page.getByRole("tabpanel").getByRole("paragraph")).toBeVisible(),
  );
  await standIn.tell(toldTimeline());
  await everyLook(STALE_PIN, "timeline", "timeline", () => expect(entry).toBeVisible());
  await everyLook(STALE_PIN, "timeline", "timeline-open", async () => {
    await page.getByRole("tabpanel").getByRole("button").nth(3).click();
    await expect(page.getByRole("tabpanel").getByText("172.20.10.2/28").last()).toBeVisible();
  });
});

test("the role of a route leads to its term in the glossary", async () => {
  const { page } = standIn;
  await show(STALE_PIN);
  await open("routes");
  const pin = page.getByRole("listitem").filter({ hasText: "222.66.117.109" });
  await pin.getByRole("button").first().click();
  await pin.getByRole("button", { name: "gateway pin", exact: true }).click();
  await expect(page.getByRole("tab", { name: "Glossary" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("term").first()).toHaveText(/gateway pin/i);
});

test("the arrow keys lead through all views, and each keeps what was typed in it", async () => {
  const { page } = standIn;
  await show(HEALTHY);
  await open("routes");
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
  await show(HEALTHY);
  const before = (await standIn.calls("routes")).length;
  await open("routes");
  await expect.poll(async () => (await standIn.calls("routes")).length).toBe(before + 1);
  const view = viewStateFor(modelAfter(recordedSnapshot(HEALTHY)), "en", ++sequence);
  const later = view.look === null ? null : { ...view.look, at: "2026-03-02T12:00:30.000Z" };
  await standIn.show({ ...view, look: later });
  await expect.poll(async () => (await standIn.calls("routes")).length).toBe(before + 2);
  await open("status");
  await expect(page.getByRole("heading", { level: 1, name: "Your VPN works" })).toBeVisible();
  await show(HEALTHY);
  expect(await standIn.calls("routes")).toHaveLength(before + 2);
});

test("who comes by a notification is led to the finding from any view; until then its tab says that something is wrong", async () => {
  const { page } = standIn;
  await show(STALE_PIN);
  await open("routes");
  await expect(page.getByRole("tab", { name: "Status" })).toHaveAccessibleName("Status something is wrong");
  await standIn.reveal({ finding: "gateway-pin-stale" });
  await expect(page.getByRole("listitem").filter({ hasText: "Stale route to the VPN server" })).toBeFocused();
  await expect(page.getByRole("tab", { name: "Status" })).toHaveAccessibleName("Status");
});

test("of a long table only the rows in sight are drawn, the search sees them all, and the last one can be reached", async () => {
  const { page } = standIn;
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
  await standIn.look(judged(long));
  await standIn.show(viewStateFor(modelAfter(snapshot), "en", ++sequence));
  await open("routes");
  const items = page.getByRole("tabpanel").getByRole("listitem");
  await expect(items.first()).toBeVisible();
  expect(await items.count()).toBeLessThan(60);
  await expect(page.getByRole("radio", { name: /^All/ })).toContainText("20,0");
  await page.getByRole("button", { name: "Show more" }).scrollIntoViewIfNeeded();
  await expect(items.last()).toHaveAttribute("aria-posinset", "5000");
  await page.getByRole("searchbox").fill("100.64.78.31");
  await expect(items).toHaveCount(1);
});

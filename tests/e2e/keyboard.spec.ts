import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { judged, recordedSnapshot } from "../support/judged.ts";
import { toldTimeline } from "../support/told-timeline.ts";
import { pictured, viewStateFor } from "./states/view-states.ts";
import { openStandIn } from "./stand-in/open-stand-in.ts";
import type { StandInApp } from "./stand-in/start-stand-in.ts";

/*
 * The whole popover by keyboard alone, on the Mac of the report with its stale pin. Every test counts what a mouse would
 * have done: nothing.
 */
let standIn: StandInApp;
let sequence = 0;

openStandIn(async (opened) => {
  standIn = opened;
  await standIn.look(judged(recordedSnapshot("05-third-state-stale-pin")));
  await standIn.tell(toldTimeline());
});

test.beforeEach(async () => {
  const { page } = standIn;
  await page.reload();
  await show("stale-pin-left-over");
  await page.evaluate(() => {
    const counted = window as unknown as { mouseEvents: number };
    counted.mouseEvents = 0;
    for (const kind of ["pointerdown", "mousedown", "wheel"])
      document.addEventListener(kind, () => (counted.mouseEvents += 1), { capture: true });
  });
});

test.afterEach(async () => {
  const count = await standIn.page.evaluate(() => (window as unknown as { mouseEvents: number }).mouseEvents);
  expect(count).toBe(0);
});

async function show(state: string): Promise<void> {
  await standIn.show(viewStateFor(pictured(state), "en", ++sequence));
}

/** What has the focus: its role or element, and its name or words. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return "nothing";
    // Its words are those of everything in it.
    if (element.matches("[role=tabpanel]")) return "tabpanel";
    const label = element.id === "" ? null : document.querySelector(`label[for="${element.id}"]`);
    const name = element.getAttribute("aria-label") ?? label?.textContent ?? element.textContent ?? "";
    return `${element.getAttribute("role") ?? element.tagName.toLowerCase()}: ${name.replace(/\s+/g, " ").trim()}`;
  });
}

/** Whether one sees where the focus is: a ring, and nothing lies over it. */
function isFocusSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, left, width, height } = element.getBoundingClientRect();
    const above = document.elementFromPoint(left + width / 2, Math.min(top + height / 2, window.innerHeight - 1));
    const isOnTop = above !== null && (element.contains(above) || above.contains(element));
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && isOnTop;
  });
}

/** Presses Tab until something with these words has the focus; fails when the circle closes before. */
async function tabTo(page: Page, words: string | RegExp): Promise<void> {
  const seen = new Set<string>();
  for (;;) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    if (typeof words === "string" ? now.includes(words) : words.test(now)) break;
    if (seen.size > 60) throw new Error(`no ${words} among ${[...seen].join(" | ")}`);
    seen.add(now);
  }
  expect(await isFocusSeen(page)).toBe(true);
}

/** Goes to a view: its tab is reached by Tab from anywhere, then by arrows. */
async function openView(page: Page, name: string): Promise<void> {
  await tabTo(page, /^tab:/);
  for (let step = 0; step < 6; step++) {
    if ((await focused(page)).startsWith(`tab: ${name}`)) break;
    await page.keyboard.press("ArrowRight");
  }
  await expect(page.getByRole("tab", { name })).toHaveAttribute("aria-selected", "true");
}

test("Tab leads around the first view in the order of reading, each stop is seen, and none is a trap", async () => {
  const { page } = standIn;
  const stops: string[] = [];
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    if (now === "nothing" || stops.includes(now)) break;
    expect(await isFocusSeen(page), now).toBe(true);
    stops.push(now);
  }
  const order = [
    /^tab: Status/,
    /How do you know/,
    /Exact commands/,
    /^switch: Keep my VPN alive/,
    /^input: VPN server/,
    /^button: Check/,
    /^button: Delete 1 route/,
    /^button: Look again/,
    /^button: Settings/,
  ];
  const places = order.map((wanted) => stops.findIndex((stop) => wanted.test(stop)));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
});

test("a stale route is understood, repaired and put back", async () => {
  const { page } = standIn;
  await tabTo(page, "How do you know?");
  await page.keyboard.press("Enter");
  await expect(page.getByText("10.51.0.1 is not on the network of en0")).toBeVisible();
  await tabTo(page, "Exact commands");
  await page.keyboard.press("Enter");
  await expect(page.getByText("/sbin/route -n delete").first()).toBeVisible();
  await tabTo(page, "Delete 1 route");
  await page.keyboard.press("Enter");
  await expect.poll(() => standIn.calls("repair")).toHaveLength(1);
  await show("repaired");
  await tabTo(page, /button: Undo/);
  await page.keyboard.press("Enter");
  await expect.poll(() => standIn.calls("undo")).toHaveLength(1);
});

test("the routes are searched, filtered, walked through and opened", async () => {
  const { page } = standIn;
  await openView(page, "Routes");
  await page.keyboard.press("Meta+F");
  expect(await focused(page)).toContain("Search, or type an address");
  await page.keyboard.type("222.66.117.109");
  await expect(page.getByRole("region", { name: "Why does 222.66.117.109 go this way?" })).toBeVisible();
  await page.keyboard.press("Escape");
  await tabTo(page, /^radio: All/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "Stale" })).toBeChecked();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "All" })).toBeChecked();
  await tabTo(page, /button: 222\.66\.117\.109/);
  await page.keyboard.press("End");
  await expect.poll(() => focused(page)).not.toContain("222.66.117.109");
  expect(await isFocusSeen(page)).toBe(true);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => focused(page)).toContain("default");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Who put it there?" })).toBeVisible();
  // One Tab leaves the rows, however many there are.
  await tabTo(page, "default route");
  await tabTo(page, "Look again");
});

test("the timeline is walked through and opened, and left by one Tab", async () => {
  const { page } = standIn;
  await openView(page, "Timeline");
  await expect(page.getByRole("tabpanel").getByRole("listitem").first()).toBeVisible();
  await tabTo(page, /button: \d/);
  const first = await focused(page);
  await page.keyboard.press("ArrowDown");
  expect(await focused(page)).not.toBe(first);
  await page.keyboard.press("End");
  expect(await isFocusSeen(page)).toBe(true);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("button: Look again");
});

test("a log is pasted and explained, and a word of it leads to the glossary", async () => {
  const { page } = standIn;
  await openView(page, "Log");
  await tabTo(page, "Lines of a log");
  await page.keyboard.insertText("Failed to connect to 222.66.117.109:443: Can't assign requested address");
  await tabTo(page, /button: Explain/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tabpanel").getByRole("heading", { level: 1 })).toBeVisible();
  await tabTo(page, "Why, and what to do");
  await page.keyboard.press("Enter");
  await tabTo(page, "Another log");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Lines of a log" })).toBeVisible();
  await openView(page, "Interfaces");
  await tabTo(page, "What is utun?");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("term").first()).toHaveText("utun");
});

test("the settings are reached from anywhere, and everything in them is chosen", async () => {
  const { page } = standIn;
  await page.keyboard.press("Meta+Comma");
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeFocused();
  await tabTo(page, "switch: Keep my VPN alive");
  await page.keyboard.press("Space");
  expect(await standIn.calls("changeSettings")).toContainEqual({ keepAlive: true });
  await tabTo(page, /^radio: As the system/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  expect(await standIn.calls("changeSettings")).toContainEqual({ language: "en" });
  await tabTo(page, "Remove the helper");
  await page.keyboard.press("Enter");
  expect(await standIn.calls("setUpHelper")).toEqual([{ act: "uninstall" }]);
  await page.keyboard.press("Escape");
  await expect.poll(() => standIn.calls("hide")).not.toEqual([]);
});

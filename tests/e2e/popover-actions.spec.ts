import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startDesktop } from "./stage/desktop.ts";
import type { Desktop } from "./stage/desktop.ts";
import { pictured, viewStateFor } from "./states/view-states.ts";
import { startStandIn } from "./stand-in/start-stand-in.ts";
import type { StandInApp } from "./stand-in/start-stand-in.ts";
import type { ViewState } from "../../shared/contract/view-state.ts";

let desktop: Desktop;
let standIn: StandInApp;

test.beforeAll(async () => {
  desktop = await startDesktop();
});

test.afterAll(async () => {
  await desktop?.stop();
});

test.beforeEach(async () => {
  standIn = await startStandIn(desktop.env, join(desktop.folder, "stand-in"));
});

test.afterEach(async () => {
  await standIn?.stop();
});

/** Shows a pictured state, in English. */
async function show(name: string): Promise<ViewState> {
  const view = viewStateFor(pictured(name), "en", 1);
  await standIn.show(view);
  return view;
}

/** What the button sends for these steps of the shown plan. */
function request({ look }: ViewState, wanted: (selected: boolean) => boolean) {
  const steps = look?.plan.steps.filter(({ planned }) => wanted(planned.selected)) ?? [];
  return { digest: look?.plan.digest, steps: steps.map(({ planned }) => planned.id) };
}

test("the repair button sends the shown plan's digest and its selected steps", async () => {
  const view = await show("stale-pin-left-over");
  await standIn.page.getByRole("button", { name: "Delete 1 route" }).click();
  expect(await standIn.calls("repair")).toEqual([request(view, (selected) => selected)]);
});

test("steps that are only offered are sent only when the user ticks them, and the button says so", async () => {
  const { page } = standIn;
  const view = await show("many-with-offers");
  const offered = request(view, (selected) => !selected).steps;
  expect(offered.length).toBeGreaterThan(1);
  const boxes = page.getByRole("checkbox");
  await expect(boxes).toHaveCount(offered.length);
  await page.getByRole("button", { name: "Delete 1 route" }).click();
  await boxes.nth(1).click();
  await page.getByRole("button", { name: "Delete 2 routes" }).click();
  const selected = request(view, (chosen) => chosen);
  expect(await standIn.calls("repair")).toEqual([
    selected,
    { digest: selected.digest, steps: expect.arrayContaining([...selected.steps, offered[1]]) },
  ]);
});

test("the exact commands of the repair and of its undo can be read before it is confirmed", async () => {
  await show("stale-pin-left-over");
  await standIn.page.getByRole("button", { name: "Exact commands" }).click();
  await expect(standIn.page.getByText("/sbin/route -n delete -host 222.66.117.109 10.51.0.1")).toBeVisible();
  await expect(standIn.page.getByText("/sbin/route -n add -host 222.66.117.109 10.51.0.1")).toBeVisible();
});

test("the evidence of a finding opens by keyboard alone", async () => {
  const { page } = standIn;
  await show("stale-pin-left-over");
  // The first stop is the tabs, the second the view, which scrolls by keyboard.
  for (const _stop of ["tabs", "view", "evidence"]) await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "How do you know?" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("10.51.0.1 is not on the network of en0 (172.20.10.0/28).")).toBeVisible();
});

test("while a repair runs the button cannot be pressed again", async () => {
  await show("repairing");
  await expect(standIn.page.getByRole("button", { name: "Repairing…" })).toBeDisabled();
});

test("the switch for keep-alive is turned by keyboard, and says what it does and how it goes", async () => {
  const { page } = standIn;
  await show("up");
  const off = page.getByRole("switch", { name: "Keep my VPN alive when the network changes" });
  await expect(off).not.toBeChecked();
  await expect(off).toHaveAccessibleDescription(/moves the route to your VPN server .* It changes nothing else\.$/);
  await off.focus();
  await page.keyboard.press("Space");
  expect(await standIn.calls("changeSettings")).toEqual([{ keepAlive: true }]);
  await standIn.show(viewStateFor(pictured("keep-alive-watching"), "en", 2));
  const on = page.getByRole("switch", { checked: true });
  await expect(on).toHaveAccessibleDescription(/Watching openconnect on utun6\.$/);
  await page.getByRole("tabpanel").getByText("Keep my VPN alive when the network changes").click();
  expect(await standIn.calls("changeSettings")).toEqual([{ keepAlive: true }, { keepAlive: false }]);
});

test("the outcome offers undo of its transaction, and can be put away", async () => {
  const { page } = standIn;
  await show("repaired");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Close" }).click();
  expect(await standIn.calls("undo")).toEqual([{ transaction: "0".repeat(32) }]);
  expect(await standIn.calls("dismissOutcome")).toEqual([null]);
});

test("who comes by a notification is led to the finding, also twice", async () => {
  const { page } = standIn;
  await show("stale-pin-left-over");
  const finding = page.getByRole("listitem").filter({ hasText: "Stale route to the VPN server" });
  for (const _time of ["first", "second"]) {
    await standIn.reveal({ finding: "gateway-pin-stale" });
    await expect(finding).toBeFocused();
    await page.getByRole("button", { name: "Look again" }).focus();
  }
});

test("Escape asks to hide, and the state is read aloud when it changes", async () => {
  const { page } = standIn;
  await show("up");
  await expect(page.getByRole("status")).toContainText("Your VPN works");
  await page.keyboard.press("Escape");
  expect(await standIn.calls("hide")).toEqual([null]);
});

test("nothing moves for who wants no motion, and the checking line flows for everybody else", async () => {
  const { page } = standIn;
  await show("recovering");
  const moving = () => page.evaluate(() => document.getAnimations().length);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await expect.poll(moving).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect.poll(moving).toBe(0);
});

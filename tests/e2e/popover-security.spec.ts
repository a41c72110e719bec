import { expect, test } from "@playwright/test";
import { expectIsolated, expectNoPermissions, expectNothingLeaves, expectPolicy } from "./app/page-security.ts";
import { PICTURED_STATES, viewStateFor } from "./states/view-states.ts";
import { openStandIn } from "./stand-in/open-stand-in.ts";
import type { StandInApp } from "./stand-in/start-stand-in.ts";

let standIn: StandInApp;

openStandIn((opened) => {
  standIn = opened;
});

test("the page is isolated, sandboxed and has the contract's functions and nothing else of the system", () =>
  expectIsolated(standIn));

test("the page comes with its policy, and what it shows obeys it", async () => {
  const { page } = standIn;
  const problems: string[] = [];
  page.on("console", (message) => problems.push(message.text()));
  await expectPolicy(standIn);
  for (const [index, state] of PICTURED_STATES.entries()) {
    await standIn.show(viewStateFor(state.model(), "en", index + 1));
  }
  expect(problems).toEqual([]);
});

test("nothing leaves the app: no request, no navigation, no new window", async () => {
  await expectNothingLeaves(standIn);
  for (const url of await standIn.requests()) expect(url).toMatch(/^app:\/\/holdfast\//);
});

test("a call whose payload does not fit the contract is refused before it reaches a handler", async () => {
  const { page } = standIn;
  const answers = await page.evaluate(async () => [
    await window.holdfast.repair({ digest: "0".repeat(64), steps: ["../../etc"] }),
    await window.holdfast.undo({ transaction: "rm -rf" }),
    await window.holdfast.hide({ extra: 1 }),
  ]);
  expect(answers).toEqual(
    ["repair", "undo", "hide"].map((call) => ({ ok: false, error: { code: "invalid-request", args: { call } } })),
  );
  for (const name of ["repair", "undo", "hide"] as const) expect(await standIn.calls(name)).toEqual([]);
});

test("permissions are denied", () => expectNoPermissions(standIn));

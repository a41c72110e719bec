import { expect, test } from "@playwright/test";
import { CONTENT_SECURITY_POLICY } from "../../electron/main/app-page.ts";
import { callNames, pushNames, subscriptionName } from "../../shared/contract/ipc.ts";
import { PICTURED_STATES, viewStateFor } from "./states/view-states.ts";
import { openStandIn } from "./stand-in/open-stand-in.ts";
import type { StandInApp } from "./stand-in/start-stand-in.ts";

let standIn: StandInApp;

openStandIn((opened) => {
  standIn = opened;
});

test("the page is isolated, sandboxed and has the contract's functions and nothing else of the system", async () => {
  const preferences = await standIn.app.evaluate(({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    return { ...(page as unknown as { getLastWebPreferences(): object }).getLastWebPreferences() };
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
  });
  const seen = await standIn.page.evaluate(() => ({
    bridge: Object.keys(window.holdfast).toSorted(),
    node: ["require", "process", "module", "global", "Buffer"].filter((name) => name in window),
  }));
  expect(seen).toEqual({ bridge: [...callNames, ...pushNames.map(subscriptionName)].toSorted(), node: [] });
});

test("the page comes with its policy, and what it shows obeys it", async () => {
  const { page } = standIn;
  const problems: string[] = [];
  page.on("console", (message) => problems.push(message.text()));
  const [response] = await Promise.all([page.waitForResponse(/index\.html$/), page.reload()]);
  expect(response.headers()["content-security-policy"]).toBe(CONTENT_SECURITY_POLICY);
  for (const [index, state] of PICTURED_STATES.entries()) {
    await standIn.show(viewStateFor(state.model(), "en", index + 1));
  }
  expect(problems).toEqual([]);
});

test("nothing leaves the app: no request, no navigation, no new window", async () => {
  const { page, app } = standIn;
  const tried = await page.evaluate(async () => {
    const load = (element: HTMLImageElement) =>
      new Promise((done) => {
        element.onload = () => done("loaded");
        element.onerror = () => done("refused");
      });
    const image = new Image();
    image.src = "https://example.com/picture.png";
    const get = (url: string) =>
      fetch(url).then(
        () => "answered",
        () => "refused",
      );
    return {
      image: await load(image),
      foreign: await get("https://example.com/"),
      file: await get("file:///etc/passwd"),
      outside: await get("app://holdfast/../main/main.js"),
      window: window.open("https://example.com/"),
    };
  });
  expect(tried).toEqual({ image: "refused", foreign: "refused", file: "refused", outside: "refused", window: null });
  await page.evaluate(() => {
    location.href = "https://example.com/";
  });
  expect(page.url()).toBe("app://holdfast/index.html");
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
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

test("permissions are denied", async () => {
  const states = await standIn.page.evaluate(async () => {
    const names = ["geolocation", "notifications", "camera", "microphone"] as PermissionName[];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(states).toEqual(["denied", "denied", "denied", "denied"]);
});

import { expect } from "@playwright/test";
import type { ElectronApplication, Page } from "@playwright/test";
import { CONTENT_SECURITY_POLICY } from "../../../electron/main/app-page.ts";
import { callNames, pushNames, subscriptionName } from "../../../shared/contract/ipc.ts";

/** The popover's page, and the app that it belongs to. */
export interface OpenedPage {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** The page is isolated, sandboxed and has the contract's functions and nothing else of the system. */
export async function expectIsolated({ app, page }: OpenedPage): Promise<void> {
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const shown = BrowserWindow.getAllWindows()[0]?.webContents;
    return { ...(shown as unknown as { getLastWebPreferences(): object }).getLastWebPreferences() };
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  });
  // It is left out when it is off.
  expect(preferences).not.toHaveProperty("nodeIntegrationInWorker", true);
  const seen = await page.evaluate(() => ({
    bridge: Object.keys(window.holdfast).toSorted(),
    node: ["require", "process", "module", "global", "Buffer"].filter((name) => name in window),
  }));
  expect(seen).toEqual({ bridge: [...callNames, ...pushNames.map(subscriptionName)].toSorted(), node: [] });
}

/** The page is loaded anew with its policy. */
export async function expectPolicy({ page }: OpenedPage): Promise<void> {
  const [response] = await Promise.all([page.waitForResponse(/index\.html/), page.reload()]);
  expect(response.headers()["content-security-policy"]).toBe(CONTENT_SECURITY_POLICY);
}

/** Nothing leaves the app: no request, no navigation, no new window. */
export async function expectNothingLeaves({ app, page }: OpenedPage): Promise<void> {
  const before = page.url();
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
  expect(page.url()).toBe(before);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
}

/** The page may do nothing that a user would have to allow. */
export async function expectNoPermissions({ page }: OpenedPage): Promise<void> {
  const states = await page.evaluate(async () => {
    const names = ["geolocation", "notifications", "camera", "microphone"] as PermissionName[];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(states).toEqual(["denied", "denied", "denied", "denied"]);
}

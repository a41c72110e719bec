import { expect } from "@playwright/test";
import type { Locator } from "@playwright/test";
import type { Model } from "../../../../electron/main/model.ts";
import type { HelperSetup } from "../../../../shared/contract/helper-setup.ts";
import type { Updates } from "../../../../shared/contract/updates.ts";
import { codedText } from "../../../../shared/snapshot/coded-text.ts";
import { HEALTHY } from "../../states/machines.ts";
import { recordedMachine } from "../popover.ts";
import type { Known } from "../popover.ts";
import type { Act, Scene } from "../scene.ts";

/** Opens the settings by their button. */
const openSettings: Act = ({ page, t }) => page.getByRole("button", { name: t("app:view.settings") }).click();

const seeSettings: Act = ({ page, t }) =>
  expect(page.getByRole("heading", { level: 1 })).toHaveText(t("app:settings.title"));

const scrollToPart =
  (name: string): Act =>
  async ({ page, t }) => {
    const part: Locator = page.getByRole("region", { name: t(name), exact: true });
    await part.evaluate((element) => element.scrollIntoView({ block: "start" }));
  };

/** A machine with a VPN, and something else that main knows. */
export function machineWith(change: (model: Model) => Partial<Model>): Known {
  const known = recordedMachine(HEALTHY);
  return { ...known, model: { ...known.model, ...change(known.model) } };
}

function scene(name: string, change: (model: Model) => Partial<Model>, beforePicture: readonly Act[]): Scene {
  return {
    name,
    view: "settings",
    known: () => machineWith(change),
    beforePicture: [openSettings, seeSettings, ...beforePicture],
    beforeCheck: [],
  };
}

const helperScene = (name: string, change: Partial<HelperSetup>): Scene =>
  scene(name, ({ helperSetup }) => ({ helperSetup: { ...helperSetup, ...change } }), [
    scrollToPart("app:settings.helper.title"),
  ]);

const updatesScene = (name: string, change: Partial<Updates>): Scene =>
  scene(name, ({ updates }) => ({ updates: { ...updates, ...change } }), [scrollToPart("app:updates.title")]);

const release = {
  version: "0.2.0",
  notes: "Recognises two more VPN clients.\nFinds the leftover route also behind a phone's hotspot.",
};
const command = "sudo apt-get install /home/student/.cache/holdfast-updater/pending/holdfast_0.2.0_amd64.deb";

const terminal = {
  way: "terminal",
  install: "sudo npx holdfast helper install",
  uninstall: "sudo npx holdfast helper uninstall",
} as const;

/** The settings: from their top, with notifications paused, at their end, the helper in each of its states, and updates. */
export const SETTINGS_SCENES: readonly Scene[] = [
  scene("settings", () => ({}), []),
  scene("settings-paused", ({ settings }) => ({ settings: { ...settings, notifications: "paused" } }), []),
  scene("settings-about", () => ({}), [scrollToPart("app:settings.about.title")]),
  helperScene("helper-absent", { found: { state: "absent" } }),
  helperScene("helper-installing", { found: { state: "absent" }, activity: "installing" }),
  helperScene("helper-refused", { found: { state: "absent" }, failure: codedText("authorisation-refused") }),
  helperScene("helper-installed", {}),
  helperScene("helper-older", { found: { state: "older", version: "0.0.9" } }),
  helperScene("helper-newer", { found: { state: "newer", version: "0.2.0" } }),
  helperScene("helper-not-trusted", { found: { state: "untrusted", path: "/usr/lib/holdfast" } }),
  helperScene("helper-of-another-user", { found: { state: "other-user" } }),
  helperScene("helper-by-terminal", { found: { state: "absent" }, by: terminal }),
  helperScene("helper-by-package", { found: { state: "absent" }, by: { way: "package" } }),
  helperScene("helper-unneeded", { found: { state: "unneeded" } }),
  updatesScene("updates-available", { progress: { state: "available", release } }),
  updatesScene("updates-by-terminal", { way: "terminal", progress: { state: "downloaded", release, command } }),
  updatesScene("updates-refused", {
    progress: { state: "failed", error: codedText("hash-mismatch"), release: null },
  }),
];

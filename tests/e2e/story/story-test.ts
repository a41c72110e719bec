import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect as hasty, test as plain } from "@playwright/test";
import type { Settings } from "../../../shared/contract/settings.ts";
import { createLab, type Lab } from "../../lab/lab.ts";
import { appArguments, electronProgram } from "../app/start-app.ts";
import { startDesktop, type Desktop } from "../stage/desktop.ts";
import { startElectron, type LaptopElectron } from "../stage/laptop-electron/start-electron.ts";

/** What a story is told with. */
export interface Story {
  /** The language of the system that the app runs on, as LANG names it. */
  systemLanguage: string;
  /** What the user of the app has chosen before it starts. */
  settings: Partial<Settings>;
  lab: Lab;
  desktop: Desktop;
  /** The app: it runs on the lab's laptop as root and shows itself on the desktop. */
  holdfast: LaptopElectron;
}

export const test = plain.extend<Story>({
  systemLanguage: ["en_US.UTF-8", { option: true }],
  settings: [{ introduced: true }, { option: true }],
  lab: async ({}, use) => {
    const lab = await createLab();
    await use(lab);
    await lab.destroy();
  },
  desktop: async ({}, use) => {
    const desktop = await startDesktop();
    await use(desktop);
    await desktop.stop();
  },
  holdfast: async ({ systemLanguage, settings, desktop, lab }, use) => {
    const data = join(desktop.folder, "holdfast");
    await mkdir(data);
    await writeFile(join(data, "settings.json"), JSON.stringify(settings));
    const args = appArguments(data);
    const env = { ...desktop.env, LANG: systemLanguage };
    const holdfast = await startElectron(lab.laptop.enter, { electron: await electronProgram(), args, env });
    await use(holdfast);
    await holdfast.stop();
  },
});

/** Waits longer than the verdict on a living client is held back (15 s), and long enough for a machine with much else to do. */
export const expect = hasty.configure({ timeout: 60_000 });

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../../../scripts/paths.mjs";
import { appArguments } from "../../e2e/app/start-app.ts";

/** What is measured, side by side. */
export const APPS = ["bare", "bare-with-window", "holdfast"] as const;
export type AppName = (typeof APPS)[number];

const ICON = join(projectFolder, "build", "tray", "linux", "unknown-on-light.png");

/** The words of an app behind Electron's program. It finds a data folder of its own below `parent`, with its introduction seen. */
export async function argumentsOf(name: AppName, parent: string): Promise<string[]> {
  const data = join(parent, `data-${name}`);
  await mkdir(data, { recursive: true });
  await writeFile(join(data, "settings.json"), JSON.stringify({ introduced: true }));
  const words = appArguments(data);
  return name === "holdfast" ? words : [...words.map((word) => (word === projectFolder ? FOLDERS[name] : word)), ICON];
}

const FOLDERS = {
  bare: join(import.meta.dirname, "bare-tray"),
  "bare-with-window": join(import.meta.dirname, "bare-tray-and-window"),
};

import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { PNG } from "pngjs";
import { mustRun } from "../../lab/room/run-program.ts";
import type { Environment } from "./environment.ts";
import { PANEL_HEIGHT } from "./settings-files.ts";

/** Size of the screen in pixels. */
export const SCREEN = { width: 1280, height: 800 } as const;

/** Saves a picture of the whole screen as PNG. */
export async function saveScreenshot(path: string, env: Environment): Promise<void> {
  await mustRun(["scrot", "--overwrite", path], { env });
}

/**
 * What the panel looks like now.
 * @param folder where a file may be put for a moment
 */
export async function panelPicture(folder: string, env: Environment): Promise<PNG> {
  const path = join(folder, `panel-${crypto.randomUUID()}.png`);
  await mustRun(["scrot", "--autoselect", `0,0,${SCREEN.width},${PANEL_HEIGHT}`, path], { env });
  const png = PNG.sync.read(await readFile(path));
  await rm(path);
  return png;
}

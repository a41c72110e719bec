import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { PNG } from "pngjs";
import { programOutput, succeeds, type Environment } from "./program-output.ts";
import { PANEL_HEIGHT } from "./settings-files.ts";
import type { Box } from "./panel-picture.ts";

/** Size of the screen in pixels. */
export const SCREEN = { width: 1280, height: 800 } as const;

/** A place where there is never anything: the bare desktop. */
export const EMPTY_PLACE: Point = { x: SCREEN.width - 40, y: SCREEN.height - 40 };

/** A place on the screen, in pixels from the top left corner. */
export type Point = { readonly x: number; readonly y: number };

export type MouseButton = "left" | "right";

const BUTTON_NUMBERS: Record<MouseButton, string> = { left: "1", right: "3" };

export function centreOf({ x, y, width, height }: Box): Point {
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
}

/** Saves a picture of the whole screen as PNG. */
export async function saveScreenshot(path: string, env: Environment): Promise<void> {
  await programOutput("scrot", ["--overwrite", path], env);
}

/**
 * What the panel looks like now.
 * @param folder where a file may be put for a moment
 */
export async function panelPicture(folder: string, env: Environment): Promise<PNG> {
  const path = join(folder, `panel-${crypto.randomUUID()}.png`);
  await programOutput("scrot", ["--autoselect", `0,0,${SCREEN.width},${PANEL_HEIGHT}`, path], env);
  const png = PNG.sync.read(await readFile(path));
  await rm(path);
  return png;
}

/** Moves the mouse there and presses and releases a button. */
export async function clickAt({ x, y }: Point, button: MouseButton, env: Environment): Promise<void> {
  await programOutput("xdotool", ["mousemove", "--sync", String(x), String(y), "click", BUTTON_NUMBERS[button]], env);
}

/** Presses and releases a key, named as X names it: `Escape`, `Return`, `ctrl+comma`. */
export async function pressKey(key: string, env: Environment): Promise<void> {
  await programOutput("xdotool", ["key", key], env);
}

/** Where the visible window of a program is, known by its window class; `undefined` when it shows none. */
export async function windowOf(windowClass: string, env: Environment): Promise<Box | undefined> {
  const search = ["search", "--onlyvisible", "--class", `^${windowClass}$`];
  // Searching fails when there is no such window.
  if (!(await succeeds("xdotool", search, env))) return undefined;
  const geometry = await programOutput("xdotool", [...search, "getwindowgeometry", "--shell", "%1"], env);
  const value = (name: string) => Number(new RegExp(`^${name}=(-?\\d+)$`, "m").exec(geometry)?.[1]);
  return { x: value("X"), y: value("Y"), width: value("WIDTH"), height: value("HEIGHT") };
}

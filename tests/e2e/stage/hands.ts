import { mustRun, runProgram } from "../../lab/room/run-program.ts";
import type { Environment } from "./environment.ts";
import type { Box } from "./panel-picture.ts";
import { SCREEN } from "./screen.ts";

/** A place on the screen, in pixels from the top left corner. */
export type Point = { readonly x: number; readonly y: number };

export type MouseButton = "left" | "right";

/** A place where there is never anything: the bare desktop. */
export const EMPTY_PLACE: Point = { x: SCREEN.width - 40, y: SCREEN.height - 40 };

const BUTTON_NUMBERS: Record<MouseButton, string> = { left: "1", right: "3" };

export function centreOf({ x, y, width, height }: Box): Point {
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
}

/** Moves the mouse there and presses and releases a button. */
export async function clickAt({ x, y }: Point, button: MouseButton, env: Environment): Promise<void> {
  await mustRun(["xdotool", "mousemove", "--sync", `${x}`, `${y}`, "click", BUTTON_NUMBERS[button]], { env });
}

/** Presses and releases a key, named as X names it: `Escape`, `Return`, `ctrl+comma`. */
export async function pressKey(key: string, env: Environment): Promise<void> {
  await mustRun(["xdotool", "key", key], { env });
}

/** Where the visible window of a program is, known by its window class; `undefined` when it shows none. */
export async function windowOf(windowClass: string, env: Environment): Promise<Box | undefined> {
  const search = ["search", "--onlyvisible", "--class", `^${windowClass}$`];
  const { code, stdout } = await runProgram(["xdotool", ...search, "getwindowgeometry", "--shell", "%1"], { env });
  // Searching fails when there is no such window.
  if (code !== 0) return undefined;
  const value = (name: string) => Number(new RegExp(`^${name}=(-?\\d+)$`, "m").exec(stdout)?.[1]);
  return { x: value("X"), y: value("Y"), width: value("WIDTH"), height: value("HEIGHT") };
}

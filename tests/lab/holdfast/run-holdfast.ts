import { resolve } from "node:path";
import type { Laptop } from "../laptop/laptop.ts";
import type { Outcome } from "../room/run-program.ts";

/** The words that start the built command-line program (`npm run build`). */
export const HOLDFAST = [process.execPath, resolve("out/cli/holdfast.js")];

/** Runs the command-line program on the laptop as root, in English unless `args` say otherwise. */
export async function runHoldfast(laptop: Laptop, ...args: readonly string[]): Promise<Outcome> {
  return laptop.run([...HOLDFAST, ...args], { env: { LANG: "en_US.UTF-8" } });
}

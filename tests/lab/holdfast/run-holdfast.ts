import { resolve } from "node:path";
import type { Laptop } from "../laptop/laptop.ts";
import type { Outcome } from "../room/run-program.ts";

/** Runs the built command-line program (`npm run build`) on the laptop, in English unless `args` say otherwise. */
export async function runHoldfast(laptop: Laptop, ...args: readonly string[]): Promise<Outcome> {
  return laptop.run([process.execPath, resolve("out/cli/holdfast.js"), ...args], { env: { LANG: "en_US.UTF-8" } });
}

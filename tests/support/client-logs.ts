import { readFileSync } from "node:fs";

/** Text of a recorded client log, by its name in tests/captures/logs without `.txt`. */
export function clientLogText(name: string): string {
  return readFileSync(new URL(`../captures/logs/${name}.txt`, import.meta.url), "utf8");
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Lab } from "../lab.ts";
import { NOTES } from "../vpn/script.ts";
import type { Span } from "./chronicle.ts";

/** A run of the client's script. */
export interface ScriptRun extends Span {
  readonly reason: string;
}

/** The runs of "noting-vpnc-script" so far; one that has not ended, or was killed, lasts until now. */
export function readScriptRuns({ folder }: Lab): ScriptRun[] {
  const file = join(folder, `noting-vpnc-script${NOTES}`);
  const lines = existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
  const runs: ScriptRun[] = [];
  for (const line of lines) {
    const [seconds = "", word, reason = ""] = line.split(" ");
    const at = Number(seconds) * 1_000;
    if (word === "begin") runs.push({ begin: at, end: Date.now(), reason });
    const last = runs.pop();
    if (last !== undefined) runs.push(word === "end" ? { ...last, end: at } : last);
  }
  return runs;
}

import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { inProject } from "../../../../scripts/paths.mjs";
import { connected } from "../../../darwin/world/clients/openconnect.ts";
import { vpnSlice } from "../../../darwin/world/clients/vpn-slice.ts";
import { CAMPUS, HOTSPOT } from "../../../darwin/world/network.ts";
import type { Mac } from "../../../darwin/world/mac.ts";
import type { Holdfast, Outcome } from "../../../darwin/world/holdfast/holdfast.ts";
import { macTest } from "../../../darwin/mac-test.ts";
import { typedLines } from "./command-lines.ts";
import { elsewhere } from "./elsewhere.ts";
import { wordsForHoldfast } from "./read-by-holdfast.ts";

const lines = [...new Set(typedLines().map(({ line }) => line))].filter(
  (line) => wordsForHoldfast(line) !== null && elsewhere(line) === null,
);

/** The student's Mac in the state that the documents are about: the café's route is left on the hotspot. */
async function intoThirdState(mac: Mac, holdfast: Holdfast): Promise<void> {
  mac.joins(CAMPUS);
  const vpn = connected(mac, { script: vpnSlice });
  await holdfast.watches();
  vpn.isKilled();
  mac.joins(HOTSPOT);
  await holdfast.watches();
}

/** What the documents leave to the reader. Nobody outside of this machine is asked. */
function filledIn(words: readonly string[], folder: string): string[] {
  const server = words.includes("--probe") ? "127.0.0.1:1" : "222.66.117.109";
  const fill: Readonly<Record<string, string>> = {
    SERVER: server,
    "vpn.example.org": server,
    FOLDER: join(folder, "capture"),
    report: join(folder, "report"),
    "client.log": inProject("tests/captures/logs/macos-wifi-switch.en.txt"),
  };
  return words.map((word) => fill[word] ?? word);
}

/** Runs one line so that there is something to do for it, and says yes when it asks. */
async function run(holdfast: Holdfast, words: readonly string[]): Promise<Outcome> {
  const yes = () => "y";
  if (words[0] === "undo") await holdfast.run("clean", "--yes");
  const outcome = await holdfast.runAnd(yes, ...words);
  if (words[0] === "clean") await holdfast.run("undo");
  return outcome;
}

describe("the commands of Holdfast's in the documents", () => {
  macTest("do on the student's Mac what they are said to do", async ({ mac, holdfast }) => {
    await intoThirdState(mac, holdfast);
    const folder = join(mac.root, "documents");
    mkdirSync(folder);
    cpSync(inProject("tests/captures/data/05-third-state-stale-pin"), join(folder, "capture"), { recursive: true });
    expect(lines.length).toBeGreaterThan(10);
    const wrong: string[] = [];
    for (const line of lines) {
      const { code, out, err } = await run(holdfast, filledIn(wordsForHoldfast(line) ?? [], folder));
      // 0: nothing wrong, or done; 1: problems found. Whatever else it is, somebody was told a command that does not work.
      if (code > 1 || err.includes("made a mistake") || out === "") wrong.push(`${line}: ${code} ${err}`);
    }
    expect(wrong).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { catalogue } from "../../../../shared/explain/log/catalogue.ts";
import type { CatalogueEntry } from "../../../../shared/explain/log/catalogue.ts";
import { explainLog } from "../../../../shared/explain/log/explain-log.ts";
import { argumentNames } from "../../../../shared/explain/log/pattern.ts";

/** What a person's log could hold for an argument of each kind. */
const SAMPLES: Readonly<Record<string, string>> = {
  text: "an example",
  int: "42",
  hex: "0f",
  bytes: "53 54 46 01",
  word: "203.0.113.0/24",
  host: "[2001:db8::9]",
};

function sampleOf(kind: string | undefined): string {
  const sample = SAMPLES[kind ?? "text"];
  if (sample === undefined) throw new Error(`no sample for ${kind}`);
  return sample;
}

const filled = (pattern: string): string =>
  pattern.replace(/\{\w+(?::(\w+))?\}/g, (_, kind: string | undefined) => sampleOf(kind));

/** Every message in every wording, English and Chinese, of every release. */
const wordings = catalogue.flatMap((entry) => entry.patterns.map((pattern) => ({ entry, pattern })));

/** Wordings in which not every line, printed in this way, is recognised as its own message. */
function unrecognised(print: (line: string) => string): string[] {
  return wordings
    .filter(({ entry, pattern }) => {
      const { lines } = explainLog(filled(pattern).split("\n").map(print));
      return lines.some((line) => line.messageId !== entry.id);
    })
    .map(({ entry, pattern }) => `${entry.id}: ${pattern}`);
}

function wrongArguments({ entry, pattern }: { entry: CatalogueEntry; pattern: string }): string[] {
  const args = explainLog(filled(pattern)).lines.at(-1)?.args ?? {};
  return [...pattern.matchAll(/\{(\w+)(?::(\w+))?\}/g)].flatMap(([, name = "", kind]) => {
    const expected = entry.secret?.includes(name) ? "•••" : sampleOf(kind);
    return args[name] === expected ? [] : [`${entry.id} ${name}: ${args[name]}`];
  });
}

const narrow = (line: string): string => line.replaceAll("：", ":").replaceAll("，", ",").replaceAll("。", ".");
const wide = (line: string): string => line.replaceAll("(", "（").replaceAll(")", "）").replaceAll('"', "”");

describe("the message catalogue", () => {
  it("holds the 231 messages that were collected, and what recorded logs added, each id once", () => {
    const ids = new Set(catalogue.map(({ id }) => id));
    expect(ids.size).toBe(catalogue.length);
    expect(ids.size).toBeGreaterThanOrEqual(231);
  });

  it("knows every message in every wording", () => {
    expect(unrecognised((line) => line)).toEqual([]);
  });

  it.each([
    ["openconnect --timestamp", (line: string) => `[2026-08-17 18:59:03] ${line}`],
    ["syslog", (line: string) => `Aug 17 18:59:03 laptop openconnect[4711]: ${line}`],
    ["the journal", (line: string) => `2026-08-17T18:59:03.123+0800 laptop NetworkManager[812]: <info> ${line}`],
    ["a wrapper", (line: string) => `openconnect: ${line}`],
    ["a terminal with colours", (line: string) => `\u001b[1;31m${line}\u001b[0m`],
    ["a Windows editor", (line: string) => `${line}\r`],
    ["a mail that quotes it", (line: string) => `> ${line}`],
    ["a clumsy paste", (line: string) => `\t ${line}  `],
  ])("knows every message when printed by %s", (_, print) => {
    expect(unrecognised(print)).toEqual([]);
  });

  it("knows every message when full-width marks were replaced by half-width ones, or the other way round", () => {
    expect(unrecognised(narrow)).toEqual([]);
    expect(unrecognised(wide)).toEqual([]);
  });

  it("returns the arguments that a line prints", () => {
    expect(wordings.flatMap(wrongArguments)).toEqual([]);
  });

  it("gives every wording of a message the same argument names, so that its texts can rely on them", () => {
    for (const { entry, pattern } of wordings) {
      const found = explainLog(filled(pattern)).lines[0];
      const names = new Set(entry.patterns.flatMap(argumentNames));
      expect(Object.keys(found?.args ?? {}).toSorted(), pattern).toEqual([...names].toSorted());
    }
  });
});

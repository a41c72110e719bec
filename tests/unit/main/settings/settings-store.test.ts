import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSettings } from "../../../../electron/main/settings/settings-store.ts";
import { DEFAULT_SETTINGS } from "../../../../shared/contract/settings.ts";

let folder: string;
let problems: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "holdfast-settings-"));
  problems = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = () => join(folder, "settings.json");
const open = () => openSettings(path(), (problem) => problems.push(problem));
const kept = () => JSON.parse(readFileSync(path(), "utf8"));

describe("the settings", () => {
  it("are the defaults before anything was chosen, and no file is made for them", () => {
    expect(open().current).toEqual(DEFAULT_SETTINGS);
    expect(existsSync(path())).toBe(false);
    expect(problems).toEqual([]);
  });

  it("keep what was chosen and nothing else, so that a default may change", () => {
    open().change({ textSize: 125 });
    open().change({ language: "zh-CN" });
    expect(kept()).toEqual({ textSize: 125, language: "zh-CN" });
    expect(open().current).toEqual({ ...DEFAULT_SETTINGS, textSize: 125, language: "zh-CN" });
  });

  it("keep what a newer version has chosen, too", () => {
    writeFileSync(path(), JSON.stringify({ introduced: true, colour: "green" }));
    open().change({ introduced: false });
    expect(kept()).toEqual({ introduced: false, colour: "green" });
  });

  it.each(['{ "language": ', '{ "language": "Latin" }'])(
    "of an unusable file (%s) are left until one is chosen",
    (text) => {
      writeFileSync(path(), text);
      const settings = open();
      expect(settings.current).toEqual({ ...DEFAULT_SETTINGS, introduced: true });
      expect(problems).toEqual([expect.stringContaining("settings.json is not used")]);
      expect(readFileSync(path(), "utf8")).toBe(text);
      settings.change({ notifications: "paused" });
      expect(kept()).toEqual({ notifications: "paused" });
    },
  );
});

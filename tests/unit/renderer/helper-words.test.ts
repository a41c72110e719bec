import { describe, expect, it } from "vitest";
import {
  foundWords,
  offeredActs,
  removeCommand,
  requestOf,
  rightsKey,
} from "../../../renderer/features/helper/helper-words.ts";
import type { HelperSetup } from "../../../shared/contract/helper-setup.ts";
import { Language } from "../../../shared/contract/settings.ts";
import { desktopTranslator } from "../../support/desktop-translator.ts";

const FOUND: readonly HelperSetup["found"][] = [
  { state: "unneeded" },
  { state: "absent" },
  { state: "installed", version: "1.2.3" },
  { state: "installed", version: null },
  { state: "older", version: "1.2.3" },
  { state: "newer", version: "1.2.3" },
  { state: "untrusted", path: "/usr/lib" },
  { state: "other-user" },
];

const setup = (found: HelperSetup["found"], rest: Partial<HelperSetup> = {}): HelperSetup => ({
  found,
  by: { way: "password" },
  activity: "idle",
  failure: null,
  ...rest,
});

describe("the helper in the popover", () => {
  it.each(Language.options)("is described in %s for every state, and so is all that can be done", (language) => {
    const t = desktopTranslator(language);
    for (const found of FOUND) {
      const { code, args } = foundWords(setup(found));
      expect(t(`app:helper.found.${code}`, args)).not.toContain("{{");
      for (const act of offeredActs(setup(found))) expect(t(`app:helper.do.${act}`)).not.toBe("");
    }
  });

  it("is offered to be installed where there is none that may be used, and to be removed where there is one", () => {
    expect(FOUND.map((found) => offeredActs(setup(found)))).toEqual([
      [],
      ["install"],
      ["uninstall"],
      ["uninstall"],
      ["update", "uninstall"],
      ["uninstall"],
      ["install-again", "uninstall"],
      ["install-for-me"],
    ]);
    expect(requestOf("install-for-me")).toEqual({ act: "install" });
    expect(requestOf("uninstall")).toEqual({ act: "uninstall" });
  });

  it("can be installed by the installer of macOS and is removed by a command", () => {
    const by = { way: "installer", uninstall: "sudo remove" } as const;
    expect(FOUND.map((found) => [...offeredActs(setup(found, { by })), removeCommand({ found, by })])).toEqual([
      [null],
      ["install", null],
      ["sudo remove"],
      ["sudo remove"],
      ["update", "sudo remove"],
      ["sudo remove"],
      ["install-again", "sudo remove"],
      ["install-for-me", "sudo remove"],
    ]);
    expect(offeredActs(setup({ state: "absent" }, { by, activity: "installing" }))).toEqual([]);
  });

  it("is removed by a command in a terminal where it was installed by one, as long as it is of use", () => {
    const by = { way: "terminal", install: "sudo install", uninstall: "sudo remove" } as const;
    const commands = FOUND.map((found) => removeCommand({ found, by }));
    expect(commands).toEqual([null, null, "sudo remove", "sudo remove", null, "sudo remove", null, null]);
  });

  it.each(Language.options)("says in %s how the rights are had", (language) => {
    const t = desktopTranslator(language);
    const ways = [{ way: "password" }, { way: "installer", uninstall: "sudo remove" }] as const;
    expect(new Set(ways.map((by) => t(rightsKey(by)))).size).toBe(2);
    const absent = ways.map((by) => foundWords({ found: { state: "absent" }, by }).code);
    expect(new Set(absent.map((code) => t(`app:helper.found.${code}`))).size).toBe(2);
  });

  it("is not offered while it is being done, or where it is done elsewhere", () => {
    expect(offeredActs(setup({ state: "absent" }, { activity: "installing" }))).toEqual([]);
    expect(offeredActs(setup({ state: "absent" }, { by: { way: "package" } }))).toEqual([]);
  });
});

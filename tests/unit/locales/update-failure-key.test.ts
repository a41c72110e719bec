import { describe, expect, it } from "vitest";
import { UpdateFailureCode } from "../../../shared/contract/updates.ts";
import { updateFailureKey } from "../../../shared/locales/update-failure-key.ts";
import { desktopTranslator } from "../../support/desktop-translator.ts";

const ARGS = {
  status: "500",
  detail: "odd",
  command: "sudo apt-get install /x.deb",
  path: "/x.AppImage",
  log: "main.log",
};

describe.each(["en", "zh-CN"] as const)("why there is no update, in %s", (language) => {
  const t = desktopTranslator(language);

  it.each([...UpdateFailureCode.options, "internal", "authorisation-refused"])("has a sentence: %s", (code) => {
    const text = t(updateFailureKey(code), ARGS);
    expect(text).toMatch(/[.。]$|install \/x\.deb$|main\.log$|odd$/);
    expect(text).not.toContain("{{");
  });
});

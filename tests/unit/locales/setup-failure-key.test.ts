import { describe, expect, it } from "vitest";
import { SetupFailureCode } from "../../../shared/contract/helper-setup-report.ts";
import { Language } from "../../../shared/contract/settings.ts";
import { setupFailureKey } from "../../../shared/locales/setup-failure-key.ts";
import { desktopTranslator } from "../../support/desktop-translator.ts";

const ARGS = { command: "sudo holdfast", system: "darwin", user: "eve", path: "/usr/lib", status: 1, detail: "no" };
/** What the app may say of setting the helper up besides. */
const OTHERS = ["needs-rights", "authorisation-refused", "helper-missing", "busy", "internal"];

describe.each(Language.options)("in %s", (language) => {
  const t = desktopTranslator(language);

  it.each([...SetupFailureCode.options, ...OTHERS])("%s has words, with all that is known about it", (code) => {
    const text = t(setupFailureKey(code), { ...ARGS, log: "main.log" });
    expect(text).not.toBe("");
    expect(text).not.toMatch(/\{\{/);
  });

  it("not being able to ask says so of this, not of routes", () => {
    expect(setupFailureKey("needs-rights")).toBe("app:setup-failure.needs-rights");
    expect(t(setupFailureKey("needs-rights"), ARGS)).toContain("sudo holdfast");
    expect(t(setupFailureKey("needs-rights"), ARGS)).not.toBe(t("app:error.needs-rights", ARGS));
  });
});

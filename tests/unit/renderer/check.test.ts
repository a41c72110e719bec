import { describe, expect, it } from "vitest";
import { adviceKey } from "../../../renderer/features/check/advice-key.ts";
import { Language } from "../../../shared/contract/settings.ts";
import preflightTexts from "../../../shared/locales/en/preflight.json" with { type: "json" };
import { desktopTranslator } from "../../support/desktop-translator.ts";

describe.each(Language.options)("the advice of a check in %s", (language) => {
  it.each(Object.keys(preflightTexts.advice))("%s has words, and names no command", (code) => {
    const said = desktopTranslator(language)(adviceKey(code), { finding: "gateway-pin-stale", address: "fe80::1" });
    expect(said).not.toBe("");
    expect(said).not.toMatch(/holdfast [a-z]|\{\{/);
  });
});

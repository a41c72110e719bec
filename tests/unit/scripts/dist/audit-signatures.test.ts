import { describe, expect, it } from "vitest";
import { signatureVerdict } from "../../../../scripts/dist/audit-signatures.mjs";

describe("what npm says of the signatures", () => {
  it("is good news when none is wrong and none is missing", () => {
    expect(signatureVerdict('{ "invalid": [], "missing": [] }')).toBe(
      "All installed packages are as their registry has signed them.",
    );
  });

  it("ends the packing when one is wrong, or missing where the registry signs", () => {
    const of = (name: string) => ({ name, version: "1.2.3", location: `node_modules/${name}` });
    expect(() => signatureVerdict(JSON.stringify({ invalid: [of("a")], missing: [of("@b/c")] }))).toThrow(
      "Nothing is packed: a@1.2.3 has a wrong signature; @b/c@1.2.3 has no signature.",
    );
  });

  it.each([
    [
      '{ "error": { "code": "ENOTFOUND", "summary": "the keys could not be fetched" } }',
      "the keys could not be fetched",
    ],
    ["", "npm gave no answer"],
    ["npm error", "npm gave no answer"],
  ])("is no verdict when npm could not ask: %j", (answer, reason) => {
    expect(signatureVerdict(answer)).toBe(`Signatures of packages were not checked: ${reason}.`);
  });
});

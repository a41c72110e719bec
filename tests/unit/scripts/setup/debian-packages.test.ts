import { describe, expect, it } from "vitest";
import { installedIn, missingFrom } from "../../../../scripts/setup/debian-packages.mjs";
import { describeMissing } from "../../../../scripts/setup/describe-missing.mjs";

describe("Debian packages", () => {
  const output = "xvfb installed\ndunst config-files\nocserv not-installed\nlibnss3 installed\n";

  it("count as installed only when dpkg says so, not when their settings are left", () => {
    expect(installedIn(output)).toEqual(new Set(["xvfb", "libnss3"]));
  });

  it("are missing when none of their alternatives is installed", () => {
    expect(missingFrom(["a|a-t64", "b|b-t64"], new Set(["b-t64"]))).toEqual(["a|a-t64"]);
  });

  it("are named once, even when wanted twice", () => {
    expect(missingFrom(["dunst", "xvfb", "dunst"], installedIn(output))).toEqual(["dunst"]);
  });

  it("are named with the command that installs them", () => {
    expect(describeMissing(["libasound2|libasound2t64", "xvfb"])).toContain("apt-get install libasound2 xvfb");
  });
});

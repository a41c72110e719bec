import { describe, expect, it } from "vitest";
import {
  appChecks,
  buildPackage,
  joinPrograms,
  packageChecks,
  signProgram,
} from "../../../../../scripts/dist/mac/commands.mjs";
import { signingOf } from "../../../../../scripts/dist/mac/signing.mjs";

const SIGNING = signingOf({
  CSC_NAME: "Ada Example (AB12CD34EF)",
  CSC_INSTALLER_NAME: "Ada Example (AB12CD34EF)",
  CSC_KEYCHAIN: "/k/build keychain",
  APPLE_KEYCHAIN_PROFILE: "holdfast",
});
const PROGRAM = { program: "/w/node", identifier: "app.holdfast.helper", entitlements: "/b/entitlements.plist" };
const PACKAGE = {
  files: "/w/files",
  installInto: "/Library/PrivilegedHelperTools/app.holdfast.helper",
  scripts: "/b/pkg-scripts",
  identifier: "app.holdfast.helper",
  version: "1.2.3",
  output: "/o/helper.pkg",
};

describe("the command line", () => {
  it("joins the programs for both kinds of processor to one", () => {
    expect(joinPrograms(["/a", "/b"], "/ab")).toEqual(["/usr/bin/lipo", "-create", "/a", "/b", "-output", "/ab"]);
  });

  it("signs a program for the hardened runtime, with a trusted time and no entitlements but these", () => {
    expect(signProgram({ ...PROGRAM, signing: SIGNING })).toEqual([
      ...[
        "/usr/bin/codesign",
        "--force",
        "--sign",
        "Developer ID Application: Ada Example (AB12CD34EF)",
        "--timestamp",
      ],
      ...["--keychain", "/k/build keychain", "--options", "runtime", "--identifier", "app.holdfast.helper"],
      ...["--entitlements", "/b/entitlements.plist", "/w/node"],
    ]);
  });

  it("signs it as nobody when there is no certificate, for the same runtime", () => {
    expect(signProgram({ ...PROGRAM, signing: null })).toEqual([
      ...["/usr/bin/codesign", "--force", "--sign", "-", "--options", "runtime", "--identifier", "app.holdfast.helper"],
      ...["--entitlements", "/b/entitlements.plist", "/w/node"],
    ]);
  });

  it("packs the helper's folder, and no folder above it, to be root's", () => {
    expect(buildPackage({ ...PACKAGE, signing: null })).toEqual([
      ...["/usr/bin/pkgbuild", "--root", "/w/files"],
      ...["--install-location", "/Library/PrivilegedHelperTools/app.holdfast.helper", "--ownership", "recommended"],
      ...["--scripts", "/b/pkg-scripts", "--identifier", "app.holdfast.helper", "--version", "1.2.3", "/o/helper.pkg"],
    ]);
  });

  it("signs the package with the certificate for packages", () => {
    expect(buildPackage({ ...PACKAGE, signing: SIGNING }).slice(-6)).toEqual([
      ...["--sign", "Developer ID Installer: Ada Example (AB12CD34EF)", "--timestamp"],
      ...["--keychain", "/k/build keychain", "/o/helper.pkg"],
    ]);
  });

  it("names every tool by its path on every Mac", () => {
    for (const [tool] of [...appChecks("/a"), ...packageChecks("/p")]) expect(tool).toMatch(/^\/usr\/s?bin\/\w+$/);
  });
});

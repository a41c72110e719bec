import { describe, expect, it } from "vitest";
import { builderWords } from "../../../../../scripts/dist/mac/builder-words.mjs";
import { signingOf } from "../../../../../scripts/dist/mac/signing.mjs";

const CERTIFICATES = { CSC_NAME: "Ada Example (AB12CD34EF)", CSC_INSTALLER_NAME: "Ada Example (AB12CD34EF)" };
const API_KEY = { APPLE_API_KEY: "/keys/AuthKey.p8", APPLE_API_KEY_ID: "K", APPLE_API_ISSUER: "I" };
const APPLE_ID = { APPLE_ID: "ada@example.org", APPLE_APP_SPECIFIC_PASSWORD: "p", APPLE_TEAM_ID: "AB12CD34EF" };
const PROFILE = { APPLE_KEYCHAIN_PROFILE: "holdfast" };

describe("signing the packages for macOS", () => {
  it("is not done when no variable speaks of it", () => {
    expect(signingOf({ PATH: "/usr/bin", CSC_NAME: "" })).toBeNull();
  });

  it.each([
    [
      "a key for Apple's service",
      API_KEY,
      { appleApiKey: "/keys/AuthKey.p8", appleApiKeyId: "K", appleApiIssuer: "I" },
    ],
    ["an Apple account", APPLE_ID, { appleId: "ada@example.org", appleIdPassword: "p", teamId: "AB12CD34EF" }],
    ["a profile in the keychain", PROFILE, { keychainProfile: "holdfast" }],
    [
      "a profile in another keychain",
      { ...PROFILE, APPLE_KEYCHAIN: "/k/login.keychain-db" },
      { keychainProfile: "holdfast", keychain: "/k/login.keychain-db" },
    ],
  ])("is done with both certificates and %s", (_what, credentials, notary) => {
    expect(signingOf({ ...CERTIFICATES, ...credentials })).toEqual({
      application: "Developer ID Application: Ada Example (AB12CD34EF)",
      installer: "Developer ID Installer: Ada Example (AB12CD34EF)",
      keychain: null,
      notary,
    });
  });

  it("takes the certificates from a keychain that is named", () => {
    const environment = { ...CERTIFICATES, ...PROFILE, CSC_KEYCHAIN: "/k/build.keychain-db" };
    expect(signingOf(environment)?.keychain).toBe("/k/build.keychain-db");
  });

  const complete = [API_KEY, APPLE_ID, PROFILE].map((notary) => ({ ...CERTIFICATES, ...notary }));
  const parts = complete.flatMap((all) => Object.keys(all).map((name): [string, object] => [name, all]));
  it.each(parts)("is refused without %s when the rest of %o is there, and says so", (missing, all) => {
    expect(() => signingOf({ ...all, [missing]: undefined })).toThrow(missing);
  });

  it("is refused for a certificate that is only a file", () => {
    expect(() => signingOf({ CSC_LINK: "certificate.p12", ...PROFILE })).toThrow("CSC_NAME, CSC_INSTALLER_NAME");
  });

  it("is refused where it is not clear as whom to ask the notary", () => {
    expect(() => signingOf({ ...CERTIFICATES, ...API_KEY, ...APPLE_ID })).toThrow("APPLE_API_KEY and APPLE_ID");
  });

  it("is refused for a name with its kind, which electron-builder does not take", () => {
    const named = { ...CERTIFICATES, ...PROFILE, CSC_NAME: "Developer ID Application: Ada Example (AB12CD34EF)" };
    expect(() => signingOf(named)).toThrow("CSC_NAME is the name without its kind");
  });
});

describe("what electron-builder is told", () => {
  it("is to fail rather than leave out a signature that is wanted", () => {
    expect(builderWords(signingOf({ ...CERTIFICATES, ...PROFILE }))).toContain("-c.forceCodeSigning=true");
  });

  it("is to sign as nobody, without what nobody's signature cannot have, when there is no certificate", () => {
    expect(builderWords(null).filter((word) => word.startsWith("-c."))).toEqual([
      "-c.mac.identity=-",
      "-c.mac.hardenedRuntime=false",
      "-c.mac.notarize=false",
    ]);
  });
});

import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { inProject } from "../../../../../scripts/paths.mjs";
import { readPropertyList } from "../../../../support/property-list-reader.ts";

const settings = load(readFileSync(inProject("electron-builder.yml"), "utf8")) as {
  readonly mac: Readonly<Record<string, unknown>> & { readonly signIgnore: readonly string[] };
};

describe("how the app for macOS is signed", () => {
  it("is for the hardened runtime, with the same entitlements for all of its processes, and notarised", () => {
    expect(settings.mac).toMatchObject({
      hardenedRuntime: true,
      entitlements: "build/macos/entitlements.plist",
      entitlementsInherit: "build/macos/entitlements.plist",
      notarize: true,
    });
  });

  it("lets it compile, and loosens nothing else", () => {
    // Also without comments: the kernel's reader of entitlements takes none.
    const text = readFileSync(inProject("build/macos/entitlements.plist"), "utf8");
    expect(readPropertyList(text)).toEqual({ "com.apple.security.cs.allow-jit": true });
  });

  it("leaves the helper's package alone, and nothing else", () => {
    const isLeft = (path: string) => settings.mac.signIgnore.some((pattern) => new RegExp(pattern).test(path));
    expect(isLeft("/b/Holdfast.app/Contents/Resources/helper.pkg")).toBe(true);
    expect(isLeft("/b/Holdfast.app/Contents/Resources/helper_pkg")).toBe(false);
    expect(isLeft("/b/Holdfast.app/Contents/MacOS/Holdfast")).toBe(false);
  });

  it("makes one image and one archive for both kinds of processor", () => {
    expect(settings.mac["target"]).toEqual(["dmg", "zip"].map((target) => ({ target, arch: "universal" })));
  });
});

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { getRawHeader, listPackage } from "@electron/asar";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FUSES, readFuses } from "../../../../../scripts/dist/fuses.mjs";
import { inPackage, inProject } from "../../../../../scripts/paths.mjs";
import { readPropertyList } from "../../../../support/property-list-reader.ts";
import { makeSkeletonElectronApp } from "../../../../support/skeleton-electron-app.ts";

/** Stand-ins for what a build leaves, each with its path as its content. */
const SHIPPED = [
  "out/lookout/lookout.cjs",
  "out/main/main.js",
  "out/preload/preload.cjs",
  "out/renderer/index.html",
  "out/updater/updater.cjs",
];
const NOT_SHIPPED = [
  "out/bench/bench.js",
  "out/cli/holdfast.js",
  "out/helper/node",
  "out/lab/play.js",
  "tests/a.test.ts",
];
const BESIDE = ["out/mac/resources/cli/holdfast.js", "out/mac/resources/helper.pkg"];

let folder: string;
const inApp = (...parts: string[]) => join(folder, "dist/mac/Holdfast.app/Contents", ...parts);
const propertyListOf = (...parts: string[]) => readPropertyList(readFileSync(inApp(...parts), "utf8"));

/** A project that is ours but for what was built, packed by electron-builder for Macs as far as that goes without one. */
function pack(): void {
  for (const path of [...SHIPPED, ...NOT_SHIPPED, ...BESIDE]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
  for (const path of ["electron-builder.yml", "package.json"]) copyFileSync(inProject(path), join(folder, path));
  for (const path of ["build", "scripts"]) cpSync(inProject(path), join(folder, path), { recursive: true });
  symlinkSync(inProject("node_modules"), join(folder, "node_modules"));
  makeSkeletonElectronApp(join(folder, "electron"));
  const words = ["--mac", "dir", "--x64", "--publish", "never", "-c.electronDist=electron", "-c.mac.identity=null"];
  const builder = inPackage("electron-builder", "cli.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [builder, ...words], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(status, `${stdout}${stderr}`).toBe(0);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "holdfast-mac-layout-"));
  pack();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the app for macOS", () => {
  it("is called by its name, is at home in the menu bar alone, and names the macOS that it needs", () => {
    const { version } = JSON.parse(readFileSync(inProject("package.json"), "utf8")) as { version: string };
    expect(propertyListOf("Info.plist")).toMatchObject({
      CFBundleDisplayName: "Holdfast",
      CFBundleExecutable: "Holdfast",
      CFBundleIconFile: "icon.icns",
      CFBundleIdentifier: "app.holdfast.Holdfast",
      CFBundleShortVersionString: version,
      LSApplicationCategoryType: "public.app-category.utilities",
      LSMinimumSystemVersion: "13.5",
      LSUIElement: true,
      NSUserNotificationAlertStyle: "alert",
    });
  });

  it("asks for no device of the user's", () => {
    expect(Object.keys(propertyListOf("Info.plist")).filter((key) => key.endsWith("UsageDescription"))).toEqual([]);
  });

  it("may talk without encryption to this computer only", () => {
    const { NSAppTransportSecurity: transport } = propertyListOf("Info.plist") as Record<string, object>;
    const { NSExceptionDomains: domains, ...rest } = transport as Record<string, object>;
    expect(rest).toEqual({ NSAllowsLocalNetworking: true });
    expect(Object.keys(domains ?? {})).toEqual(["127.0.0.1", "localhost"]);
  });

  it("has helper processes that are its own", () => {
    const names = readdirSync(inApp("Frameworks")).filter((name) => name.endsWith(".app"));
    expect(names.toSorted()).toEqual(
      [" (GPU)", " (Plugin)", " (Renderer)", ""].map((kind) => `Holdfast Helper${kind}.app`),
    );
    for (const name of names) {
      const { CFBundleIdentifier } = propertyListOf("Frameworks", name, "Contents/Info.plist") as Record<
        string,
        string
      >;
      expect(CFBundleIdentifier).toMatch(/^app\.holdfast\.Holdfast\.helper(?:\.|$)/);
    }
  });

  it("has an archive of what it runs and shows, and nothing else", () => {
    const files = listPackage(inApp("Resources/app.asar"), { isPack: false }).filter((path) => /\.\w+$/.test(path));
    const pictures = readdirSync(inProject("build/tray"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".png"))
      .map((path) => `build/tray/${path}`);
    const wanted = [...SHIPPED, ...pictures, "package.json"].map((path) => `/${path}`);
    expect(files.toSorted()).toEqual(wanted.toSorted());
  });

  it("knows the digest of that archive, and its fuses are set as the table says", async () => {
    const digest = createHash("sha256")
      .update(getRawHeader(inApp("Resources/app.asar")).headerString)
      .digest("hex");
    expect(propertyListOf("Info.plist")).toMatchObject({
      ElectronAsarIntegrity: { "Resources/app.asar": { algorithm: "SHA256", hash: digest } },
    });
    expect(await readFuses(inApp(".."))).toEqual(FUSES);
  });

  it("brings the helper's package, the command line program, its icon and its languages, and nothing of Electron's", () => {
    const names = ["app.asar", "cli", "en.lproj", "helper.pkg", "icon.icns", "zh_CN.lproj"];
    expect(readdirSync(inApp("Resources")).toSorted()).toEqual(names);
    expect(readFileSync(inApp("Resources/helper.pkg"), "utf8")).toBe("out/mac/resources/helper.pkg");
    expect(readdirSync(inApp("Resources/cli"))).toEqual(["holdfast.js"]);
    expect(readFileSync(inApp("Resources/icon.icns"))).toEqual(readFileSync(inProject("build/icons/icon.icns")));
    expect(readdirSync(inApp("Frameworks/Electron Framework.framework/Versions/A/Resources"))).toEqual([
      "en.lproj",
      "zh_CN.lproj",
    ]);
  });
});

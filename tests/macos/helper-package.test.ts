import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildTargets } from "../../scripts/build/build-targets.mjs";
import { productTargets } from "../../scripts/build/targets.mjs";
import { makeHelperPackage } from "../../scripts/dist/mac/helper-package.mjs";
import { loadSources } from "../../scripts/dist/mac/load-sources.mjs";
import { inProject } from "../../scripts/paths.mjs";
import { DARWIN_PLACES, HELPER_ID } from "../../shared/helper-setup/places.ts";
import { readPropertyList } from "../support/property-list-reader.ts";

const isMac = process.platform === "darwin";

let folder: string;
const inPackage = (...parts: string[]) => join(folder, "expanded", ...parts);
const said = (program: string, ...words: string[]) => execFileSync(program, words, { encoding: "utf8" });

// The same steps as for a package that is given away, but for certificate and notary.
describe.skipIf(!isMac)("the helper's package (needs a Mac)", () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "holdfast-package-"));
    await buildTargets(productTargets.filter(({ name }) => name === "cli" || name === "helper"));
    const output = join(folder, "helper.pkg");
    await makeHelperPackage({ output, work: join(folder, "work"), signing: null, sources: await loadSources() });
    said("/usr/sbin/pkgutil", "--expand-full", output, inPackage());
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is for the helper's folder, asks for an administrator, and runs the scripts of the repository", () => {
    const info = readFileSync(inPackage("PackageInfo"), "utf8");
    expect(info).toContain(`identifier="${HELPER_ID}"`);
    expect(info).toContain(`install-location="${DARWIN_PLACES.folder}"`);
    expect(info).toContain('auth="root"');
    for (const name of ["preinstall", "postinstall"]) {
      const script = readFileSync(inPackage("Scripts", name), "utf8");
      expect(script).toBe(readFileSync(inProject("build/macos/pkg-scripts", name), "utf8"));
    }
  });

  it("brings files that are root's and that nobody else can change", () => {
    const lines = said("/usr/bin/lsbom", "-p", "ugmf", inPackage("Bom")).trim().split("\n");
    expect(lines.map((line) => line.split("\t").join(" ")).toSorted()).toEqual(
      [
        "0 0 100644 ./bin/package.json",
        "0 0 100644 ./helper.cjs",
        "0 0 100644 ./installed.json",
        "0 0 100755 ./bin/holdfast",
        "0 0 100755 ./node",
        "0 0 100755 ./uninstall",
        "0 0 40755 .",
        "0 0 40755 ./bin",
      ].toSorted(),
    );
  });

  it("brings a Node for both kinds of processor, signed for the hardened runtime, which may compile and nothing else", () => {
    const node = inPackage("Payload", "node");
    expect(said("/usr/bin/lipo", "-archs", node).trim().split(" ").toSorted()).toEqual(["arm64", "x86_64"]);
    for (const kind of ["arm64", "x86_64"]) {
      const words = ["--display", "--architecture", kind, "--entitlements", "-", "--xml", node];
      const entitlements = said("/usr/bin/codesign", ...words).replaceAll("\0", "");
      expect(entitlements.match(/<key>[^<]*/g)).toEqual(["<key>com.apple.security.cs.allow-jit"]);
    }
    said("/usr/bin/codesign", "--verify", "--strict", "--test-requirement", `=identifier "${HELPER_ID}"`, node);
  });
});

describe.skipIf(!isMac)("macOS's own reader of property lists (needs a Mac)", () => {
  it("takes the entitlements for what our reader takes them for", () => {
    const path = inProject("build/macos/entitlements.plist");
    const json: unknown = JSON.parse(said("/usr/bin/plutil", "-convert", "json", "-o", "-", path));
    expect(json).toEqual(readPropertyList(readFileSync(path, "utf8")));
  });
});

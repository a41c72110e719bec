import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isAllowed } from "../../../../scripts/dist/contents/allowed-licences.mjs";
import { licenceText } from "../../../../scripts/dist/contents/licence-text.mjs";
import { packageFolderOf } from "../../../../scripts/dist/contents/module-package.mjs";
import { shippedRuntimes } from "../../../../scripts/dist/contents/runtimes.mjs";
import { shippedPackages, type ShippedPackage } from "../../../../scripts/dist/contents/shipped-packages.mjs";
import { licenceReport } from "../../../../scripts/dist/licences.mjs";
import { sbomText } from "../../../../scripts/dist/sbom.mjs";
import { inProject } from "../../../../scripts/paths.mjs";

let packages: readonly ShippedPackage[];
beforeAll(async () => {
  packages = await shippedPackages();
});

const named = (name: string) => packages.filter((one) => one.name === name);

describe("what others have made and we ship", () => {
  it("is what the bundles hold: of the page, of main, of the command line, of the bundler and of the styles", () => {
    expect(named("react-dom")).toMatchObject([{ licence: "MIT", parts: ["renderer"] }]);
    expect(named("commander")).toMatchObject([{ parts: ["cli"] }]);
    expect(named("valibot")[0]?.parts).toEqual(expect.arrayContaining(["main", "preload", "helper", "renderer"]));
    expect(named("tailwindcss")).toMatchObject([{ parts: ["renderer"] }]);
    expect(named("rolldown")[0]?.parts).toContain("helper");
  });

  it("is no tool, and nothing that the bundler left out", () => {
    for (const name of ["vitest", "typescript", "electron-builder", "fast-check", "ip-address", "radix-ui"]) {
      expect(named(name), name).toEqual([]);
    }
  });

  it("is under licences that allow it, and brings its words", () => {
    expect(packages.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
    for (const one of packages) expect(licenceText(one), one.name).toMatch(/copyright|licen[cs]e/i);
  });

  it("is each in the report, with its version", () => {
    const report = licenceReport({ packages, electron: "45.4.1", node: "Words of Node" });
    for (const { name, version } of packages) expect(report).toContain(`\n${name} ${version} (`);
    expect(report).toContain("\nElectron 45.4.1 (MIT)\n");
    expect(report).toContain("\nWords of Node\n");
  });

  it("is each in the list for scanners, which fits its scheme and is the same each time", async () => {
    const made = { electron: "45.4.1", system: "linux-x64" };
    const text = sbomText(packages, shippedRuntimes(made));
    expect(await new Validation.JsonStrictValidator(Spec.Spec1dot6.version).validate(text)).toBe(null);
    const { components, dependencies } = JSON.parse(text);
    expect(components).toHaveLength(packages.length + 2);
    expect(dependencies.find(({ ref }: { ref: string }) => ref.startsWith("holdfast@")).dependsOn).toHaveLength(
      components.length,
    );
    const { sha256 } = JSON.parse(readFileSync(inProject("build", "helper-node.json"), "utf8"))["linux-x64"];
    expect(components).toContainEqual(
      expect.objectContaining({ name: "node", hashes: [{ alg: "SHA-256", content: sha256 }] }),
    );
    for (const { hashes } of components) expect(hashes[0].content).toMatch(/^(?:[0-9a-f]{64}|[0-9a-f]{128})$/);
    expect(sbomText(packages, shippedRuntimes(made))).toBe(text);
  });

  it("has an owner, or nothing is packed", () => {
    expect(packageFolderOf(inProject("electron/main/main.ts"))).toBe(null);
    expect(packageFolderOf("\0rolldown/runtime.js")).toMatch(/\/node_modules\/rolldown\/?$/);
    expect(packageFolderOf(inProject("node_modules/react/cjs/react.production.js"))).toBe(
      inProject("node_modules/react"),
    );
    expect(() => packageFolderOf("\0somebody/helper.js")).toThrow("Nobody knows");
    expect(() => packageFolderOf("/somewhere/else.js")).toThrow("Nobody knows");
  });
});

describe("a licence", () => {
  it.each([
    ["MIT", true],
    ["(MIT OR GPL-3.0-only)", true],
    ["MIT AND GPL-3.0-only", false],
    ["MPL-2.0", false],
    ["UNLICENSED", false],
    ["SEE LICENSE IN licence.txt", false],
  ])("%s is allowed: %s", (licence, allowed) => {
    expect(isAllowed(licence)).toBe(allowed);
  });
});

describe("a package without a licence file", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "holdfast-licence-"));
    writeFileSync(join(folder, "index.js"), "");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("gets the words of the MIT licence in its author's name, and of no other licence", () => {
    const one = { name: "one", licence: "MIT", author: "Somebody", folder };
    expect(licenceText(one)).toMatch(/^Copyright \(c\) Somebody\n\nPermission is hereby granted/);
    expect(() => licenceText({ ...one, licence: "ISC" })).toThrow("one brings no words");
    expect(() => licenceText({ ...one, author: "" })).toThrow("one brings no words");
  });
});

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { inProject } from "../../../../scripts/paths.mjs";
import { linuxPackageFiles } from "../../../../shared/helper-setup/linux-package-files.ts";

const SHELLCHECK = "/usr/bin/shellcheck";
const SCRIPTS = inProject("build", "linux", "package-scripts");
const scripts = readdirSync(SCRIPTS).map((name) => ({ name, place: join(SCRIPTS, name) }));

describe("the files of the package for Linux in the repository", () => {
  it.each(linuxPackageFiles())("$path is what is rendered", async ({ path, content, mode }) => {
    // `npx vitest run --project unit linux/committed --update` writes them anew.
    await expect(content).toMatchFileSnapshot(inProject(path));
    expect(statSync(inProject(path)).mode & 0o111).toBe(mode & 0o111);
  });

  it("are no more than those", () => {
    const root = inProject("build", "linux", "root");
    const found = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(inProject(), join(entry.parentPath, entry.name)));
    const rendered = linuxPackageFiles().map(({ path }) => path);
    expect(found.toSorted()).toEqual(rendered.filter((path) => path.startsWith("build/linux/root")).toSorted());
  });
});

describe("the scripts of the package for Linux", () => {
  it("are three", () => {
    expect(scripts.map(({ name }) => name).toSorted()).toEqual(["after-install", "after-remove", "before-remove"]);
  });

  it.each(scripts)(
    "$name is for /bin/sh, stops at the first failure, and uses no folder of everybody's",
    ({ place }) => {
      const text = readFileSync(place, "utf8");
      expect(text.split("\n")[0]).toBe("#!/bin/sh");
      expect(text).toContain("\nset -eu\n");
      expect(text).not.toMatch(/\/tmp|bash|\bexec\b|eval|sudo -/);
    },
  );

  it.each(scripts)("$name has nothing in it that electron-builder would fill in", ({ place }) => {
    expect(readFileSync(place, "utf8")).not.toMatch(/\$\{[a-zA-Z]+\}|<%=/);
  });

  it.each(scripts)("$name does nothing for a word of dpkg's that it does not know", ({ place }) => {
    const { status, stdout, stderr } = spawnSync("/bin/sh", [place, "some-word"], { encoding: "utf8", env: {} });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});

describe.skipIf(!existsSync(SHELLCHECK))("shellcheck (needs the Debian package of this name)", () => {
  it.each(scripts)("finds nothing to say about $name", ({ place }) => {
    const { status, stdout } = spawnSync(SHELLCHECK, [place], { encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });
});

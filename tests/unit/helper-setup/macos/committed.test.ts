import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inProject } from "../../../../scripts/paths.mjs";
import { MAC_TOOLS } from "../../../../shared/helper-setup/mac-script-parts.ts";
import { macFiles } from "../../../../shared/helper-setup/mac-files.ts";

const files = macFiles().map((file) => ({ ...file, place: inProject(file.path) }));
const scripts = files.filter(({ content }) => content.startsWith("#!"));
const SHELLCHECK = "/usr/bin/shellcheck";

describe("the files of the package for macOS in the repository", () => {
  it.each(files)("$path is what is rendered, and can be run if it is a script", async ({ place, content, mode }) => {
    // `npx vitest run --project unit committed --update` writes them anew.
    await expect(content).toMatchFileSnapshot(place);
    expect(statSync(place).mode & 0o111).toBe(mode & 0o111);
  });
});

describe("the scripts of the package for macOS", () => {
  it("are three", () => {
    expect(scripts).toHaveLength(3);
  });

  it("have each tool at one absolute path of macOS", () => {
    for (const path of Object.values(MAC_TOOLS)) expect(path).toMatch(/^\/(?:usr\/)?s?bin\/\w+$/);
  });

  it.each(scripts)(
    "$path is for /bin/sh, stops at the first failure, and uses no folder of everybody's",
    ({ content }) => {
      expect(content.split("\n")[0]).toBe("#!/bin/sh");
      expect(content).toContain("\nset -eu\n");
      expect(content).not.toMatch(/\/tmp|zsh|\bexec\b|sudo -|eval/);
    },
  );

  it.each(["sh", "bash"])("are read without complaint by %s", (shell) => {
    for (const { place } of scripts) {
      const { status, stderr } = spawnSync(`/bin/${shell}`, ["-n", place], { encoding: "utf8" });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    }
  });
});

describe.skipIf(!existsSync(SHELLCHECK))("shellcheck (needs the Debian package of this name)", () => {
  it.each(scripts)("finds nothing to say about $path", ({ place }) => {
    const { status, stdout } = spawnSync(SHELLCHECK, [place], {
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });
});

import { describe, expect, it } from "vitest";
import { lockFileBreaches } from "../../../../scripts/check/lock-file/judge.mjs";

const INTEGRITY = `sha512-${"a".repeat(86)}==`;
const project = { devDependencies: { vite: "8.3.8", electron33: "npm:electron@33.2.1" } };
const locked = {
  "": { devDependencies: { ...project.devDependencies } },
  "node_modules/vite": { version: "8.3.8", integrity: INTEGRITY },
  "node_modules/vite/node_modules/inside": { version: "1.0.0", inBundle: true },
};

describe("the check of the lock file", () => {
  it("has nothing against single versions of the registry with a checksum", () => {
    expect(lockFileBreaches(project, locked)).toEqual([]);
  });

  it.each([
    "^8.3.8",
    "8.x",
    "latest",
    "git+https://example.com/vite.git",
    "https://example.com/vite.tgz",
    "file:../vite",
  ])("does not take %s for a version", (version) => {
    const breaches = lockFileBreaches(
      { devDependencies: { vite: version } },
      { "": { devDependencies: { vite: version } } },
    );
    expect(breaches).toEqual([
      `devDependencies: vite is not pinned to one version of the registry, but to "${version}".`,
    ]);
  });

  it("wants package.json and the lock file to say the same, in both directions", () => {
    expect(lockFileBreaches({ devDependencies: { vite: "8.3.9" } }, locked)).toEqual([
      "devDependencies: package.json and package-lock.json say different things of vite.",
      "devDependencies: package.json and package-lock.json say different things of electron33.",
    ]);
  });

  it.each([
    ["has no SHA-512 checksum.", { version: "8.3.8" }],
    ["has no SHA-512 checksum.", { version: "8.3.8", integrity: "sha1-aaaa" }],
    [
      "is fetched from one address and no other: https://example.com/vite.tgz",
      { version: "8.3.8", integrity: INTEGRITY, resolved: "https://example.com/vite.tgz" },
    ],
    [
      'has no version of the registry, but "git+ssh://example.com/vite.git".',
      { version: "git+ssh://example.com/vite.git", integrity: INTEGRITY },
    ],
    ["is a link to somewhere on this machine.", { link: true }],
  ])("finds a package that %s", (breach, vite) => {
    expect(lockFileBreaches(project, { ...locked, "node_modules/vite": vite })).toEqual([
      `node_modules/vite ${breach}`,
    ]);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface LockedPackage {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

const lock = new URL("../../../package-lock.json", import.meta.url);
const packages: Record<string, LockedPackage> = JSON.parse(readFileSync(lock, "utf8")).packages;

/** Where a package that lies in `folder` finds another: beside its own, or further up. */
function candidates(folder: string, name: string): string[] {
  const above = folder.includes("/node_modules/") ? folder.slice(0, folder.lastIndexOf("/node_modules/")) : "";
  const here = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
  return folder === "" ? [here] : [here, ...candidates(above, name)];
}

describe("the lock file", () => {
  it("names no registry, so that everybody may use their own", () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });

  it("holds the parts for every system, or npm ci refuses it", () => {
    const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !candidates(folder, name).some((path) => path in packages)),
    );
    expect(missing).toEqual([]);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importsOf } from "../../../scripts/check/layers/imports.mjs";
import { filesUnder } from "../../../scripts/build/sources.mjs";
import { inProject, projectFolder } from "../../../scripts/paths.mjs";

/** All that becomes the helper: its own folder, and what it looks at the system with. */
const files = filesUnder(projectFolder, ["electron/helper", "electron/observe", "electron/trust"]).filter((file) =>
  file.endsWith(".ts"),
);
const sources = files.map((file) => ({ file, source: readFileSync(inProject(file), "utf8") }));
type Source = (typeof sources)[number];
const isOfHelper = ({ file }: Source) => file.startsWith("electron/helper/");
const modulesOf = ({ file, source }: Source) =>
  importsOf(file, source).filter(({ kind, isTypeOnly }) => kind === "node" && !isTypeOnly);

describe("the helper's sources", () => {
  it("are seen by this test", () => {
    expect(sources.length).toBeGreaterThan(80);
  });

  it("open no door to the network, make no threads and compile nothing (R21, R26)", () => {
    const names = new Set(
      sources
        .filter(isOfHelper)
        .flatMap(modulesOf)
        .map(({ specifier }) => specifier),
    );
    const allowed = ["child_process", "crypto", "fs", "os", "path", "stream", "timers/promises"];
    expect([...names].filter((name) => !allowed.includes(name.replace("node:", "")))).toEqual([]);
  });

  it("start programs in two places, never by a shell, and load nothing at run time (R4, R10)", () => {
    const isStarting = (one: Source) => modulesOf(one).some(({ specifier }) => specifier === "node:child_process");
    expect(
      sources
        .filter(isOfHelper)
        .filter(isStarting)
        .map(({ file }) => file),
    ).toEqual(["electron/helper/system/lock.ts", "electron/helper/system/run-tool.ts"]);
    for (const { file, source } of sources) {
      expect(source, file).not.toMatch(
        /shell: true|\bexecSync\(|\bexec\(["'`]|\beval\(|new Function\(|\brequire\(|\bimport\(/,
      );
    }
  });
});

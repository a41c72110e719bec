import { describe, expect, it } from "vitest";
import { macPayload } from "../../../../shared/helper-setup/mac-payload.ts";
import { uninstall } from "../../../../shared/helper-setup/mac-scripts.ts";
import { DARWIN_PLACES } from "../../../../shared/helper-setup/places.ts";
import { SOURCES } from "./fake-mac.ts";

const files = new Map(macPayload(SOURCES).map((file) => [`${DARWIN_PLACES.folder}/${file.path}`, file]));
const COMMAND = `${DARWIN_PLACES.commands}/holdfast`;

describe("what the package for macOS puts into the helper's folder", () => {
  it("is the helper, the command, what takes both away, and a note about them, each at its place", () => {
    const places = [DARWIN_PLACES.bundle, DARWIN_PLACES.manifest, DARWIN_PLACES.uninstall, COMMAND];
    expect([...files.keys()].toSorted()).toEqual([...places, `${DARWIN_PLACES.commands}/package.json`].toSorted());
  });

  it("can be changed by nobody but its owner, and is a program only where it is started by its path", () => {
    const programs = [...files].filter(([, { mode }]) => mode === 0o755).map(([path]) => path);
    expect(programs.toSorted()).toEqual([COMMAND, DARWIN_PLACES.uninstall].toSorted());
    for (const { mode } of files.values()) expect(mode & 0o7022).toBe(0);
  });

  it("has the command start with the Node beside it, as a module, whatever Node is in the PATH", () => {
    const module = "export {};\n";
    expect(files.get(COMMAND)?.content).toBe(`#!${DARWIN_PLACES.node}\n${module}`);
    const [unnamed] = macPayload({ ...SOURCES, cli: module }).filter(({ path }) => path === "bin/holdfast");
    expect(unnamed?.content).toBe(`#!${DARWIN_PLACES.node}\n${module}`);
    expect(JSON.parse(files.get(`${DARWIN_PLACES.commands}/package.json`)?.content ?? "")).toEqual({ type: "module" });
  });

  it("leaves the helper as it was built, and says what it was built as", () => {
    expect(files.get(DARWIN_PLACES.bundle)?.content).toBe(SOURCES.helper);
    const note = JSON.parse(files.get(DARWIN_PLACES.manifest)?.content ?? "");
    expect(note).toEqual({ version: SOURCES.version, ruleset: SOURCES.ruleset });
  });

  it("brings the script that removes it as it is in the repository", () => {
    expect(files.get(DARWIN_PLACES.uninstall)?.content).toBe(uninstall());
  });
});

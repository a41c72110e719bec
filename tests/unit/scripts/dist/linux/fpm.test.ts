import { describe, expect, it } from "vitest";
import { controlText } from "../../../../../scripts/dist/linux/fpm/control-text.mjs";
import { readFpmArguments } from "../../../../../scripts/dist/linux/fpm/read-fpm-arguments.mjs";

const ARGUMENTS = ["-s", "dir", "--force", "-t", "deb", "-d", "libnss3", "-d", "a | b", "--deb-recommends", "pkexec"];
const NAMED = ["--name", "holdfast", "--version", "0.1.0", "--architecture", "amd64", "--package", "/tmp/x.deb"];
const PLACES = ["/built/app/=/opt/Holdfast", "/a=b/icon.png=/usr/share/icons/icon.png"];

describe("the arguments by which electron-builder asks for a .deb", () => {
  it("are read: options, lists, and what goes where", () => {
    const { options, depends, recommends, places } = readFpmArguments([...ARGUMENTS, ...NAMED, ...PLACES]);
    expect(Object.fromEntries(options)).toMatchObject({ name: "holdfast", version: "0.1.0", package: "/tmp/x.deb" });
    expect(depends).toEqual(["libnss3", "a | b"]);
    expect(recommends).toEqual(["pkexec"]);
    // The last sign counts: a path may have others.
    expect(places).toEqual([
      ["/built/app/", "/opt/Holdfast"],
      ["/a=b/icon.png", "/usr/share/icons/icon.png"],
    ]);
  });

  it.each([
    [["-s", "dir", "-t", "rpm"], "not rpm out of dir"],
    [["-s", "gem", "-t", "deb"], "not deb out of gem"],
    [[...ARGUMENTS, "--name"], "--name has no value"],
    [[...ARGUMENTS, "/built/app"], "/built/app does not say where it goes"],
    [[...ARGUMENTS, "/built/app=opt"], "does not say where it goes"],
  ])("end in a sentence when they are %j", (args, sentence) => {
    expect(() => readFpmArguments(args)).toThrow(sentence);
  });
});

describe("the control file", () => {
  const options = new Map([
    ["name", "holdfast"],
    ["version", "0.1.0"],
    ["architecture", "amd64"],
    ["maintainer", "Somebody <somebody@example.org>"],
    ["url", "https://holdfast.invalid"],
    ["description", "In short\n In long, first.\n\nIn long, second."],
  ]);
  const text = controlText({ options, depends: ["libnss3", "a | b"], recommends: [], kibibytes: 12 });

  it("has a field a line, and none without a value", () => {
    expect(text.split("\n").slice(0, 6)).toEqual([
      "Package: holdfast",
      "Version: 0.1.0",
      "Architecture: amd64",
      "Maintainer: Somebody <somebody@example.org>",
      "Installed-Size: 12",
      "Depends: libnss3, a | b",
    ]);
    expect(text).not.toMatch(/Recommends|Section/);
  });

  it("names no home page that cannot exist", () => {
    expect(text).not.toContain("Homepage");
    const real = controlText({
      options: new Map([["url", "https://example.org"]]),
      depends: [],
      recommends: [],
      kibibytes: 1,
    });
    expect(real).toContain("Homepage: https://example.org\n");
  });

  it("says in short and in long what it is, as deb-control(5) wants it", () => {
    expect(text.endsWith("Description: In short\n In long, first.\n In long, second.\n")).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { readArguments } from "../../../../scripts/dist/arguments.mjs";
import { electronForTrying, officialElectron } from "../../../../scripts/dist/electron-to-ship.mjs";

const namesOf = (...args: string[]) => readArguments(args).chosen.map(({ name }) => name);

describe("npm run dist's arguments", () => {
  it("mean all packages for Linux when there are none, of the Electron that ships", () => {
    expect(namesOf()).toEqual(["deb", "AppImage"]);
    expect(readArguments([])).toMatchObject({ electron: officialElectron, suffix: "" });
  });

  it("choose packages", () => {
    expect(namesOf("deb")).toEqual(["deb"]);
  });

  it("may ask for one to try, whose name says so", () => {
    const forTrying = { chosen: [{ name: "deb" }], electron: electronForTrying, suffix: "-for-trying" };
    expect(readArguments(["deb", "--for-trying"])).toMatchObject(forTrying);
  });

  it("end in a sentence and exit code 2 when a package is unknown", () => {
    expect(() => readArguments(["rpm"])).toThrow(expect.objectContaining({ exitCode: 2 }));
    expect(() => readArguments(["--trying"])).toThrow('There is no package "--trying"; there are deb, AppImage.');
  });
});

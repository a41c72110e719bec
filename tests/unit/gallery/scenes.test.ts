import { expect, it } from "vitest";
import { SCENES } from "../../e2e/gallery/scenes.ts";

it("every scene has a name of its own that can be a file's and a word of the command line", () => {
  const names = SCENES.map(({ name }) => name);
  expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))).toEqual([]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

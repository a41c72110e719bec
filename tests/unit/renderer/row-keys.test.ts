import { describe, expect, it } from "vitest";
import { rowAfter } from "../../../renderer/app/row-keys.ts";

describe("the keys in a list", () => {
  it.each([
    ["ArrowDown", 0, 1],
    ["ArrowUp", 5, 4],
    ["PageDown", 5, 15],
    ["PageUp", 25, 15],
    ["Home", 7, 0],
    ["End", 7, 29],
  ])("%s leads from row %i to row %i", (key, from, to) => {
    expect(rowAfter(key, from, 30)).toBe(to);
  });

  it("lead to the end of the list and no further", () => {
    expect(rowAfter("PageDown", 25, 30)).toBe(29);
    expect(rowAfter("PageUp", 3, 30)).toBe(0);
    expect(rowAfter("ArrowDown", 29, 30)).toBeNull();
    expect(rowAfter("ArrowUp", 0, 30)).toBeNull();
  });

  it("are no others", () => {
    for (const key of ["Tab", "Enter", "a", "Escape", "ArrowLeft"]) expect(rowAfter(key, 3, 30)).toBeNull();
  });
});

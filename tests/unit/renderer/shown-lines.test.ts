import { describe, expect, it } from "vitest";
import { shownLines } from "../../../renderer/features/report/shown-lines.ts";

describe("a text of a report as it is drawn", () => {
  it("has a row for each line", () => {
    expect(shownLines("one\n\nthree\n")).toEqual(["one", "", "three"]);
  });

  it("has no row that is too long to be drawn, and nothing is left out", () => {
    const table = Array.from({ length: 300 }, (_, index) => `{"dst":"10.0.${index}.0/24"}`).join(",");
    const rows = shownLines(table);
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(160);
    expect(rows.join("")).toBe(table);
  });
});

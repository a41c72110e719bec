import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { coreTable } from "../../bench/core/core-table.ts";
import { runCore, sizesUpTo } from "../../bench/core/core.ts";
import type { CoreRow } from "../../bench/core/core.ts";
import { measureCore } from "../../bench/core/measure.ts";
import type { CoreCase, CoreFigures } from "../../bench/core/measure.ts";
import { printedTables } from "../../bench/core/printed-table.ts";
import { machineIn, WORLDS } from "../../bench/core/worlds.ts";

const SIZES = [100, 300];

let folder: string;
let rows: CoreRow[];

async function judge(one: CoreCase): Promise<CoreFigures> {
  const capture = printedTables(machineIn(one.world, one.os, one.size));
  const files = capture.files.map((file) => {
    const path = join(folder, file.name);
    writeFileSync(path, file.content.read ? file.content.text : "");
    return { ...file, content: { read: true as const, text: path } };
  });
  return measureCore(one, { ...capture, files }, 0);
}

const found = (world: string, os = "linux") =>
  rows.filter((row) => row.world === world && row.os === os).map(({ findings }) => findings);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "holdfast-bench-"));
  rows = await runCore(SIZES, { judge, show: async () => 7, say: () => undefined });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the bench of the core", () => {
  it("measures every world on both systems at every size", () => {
    expect(rows).toHaveLength(2 * WORLDS.length * SIZES.length);
    expect(rows.every((row) => row.read > 0 && row.assess > 0)).toBe(true);
  });

  it("judges tables in which as much is wrong as its worlds say", () => {
    expect(found("dead")).toEqual(SIZES);
    expect(found("pins", "darwin")).toEqual(SIZES);
    expect(found("mixed")).toEqual([10, 30]);
    expect([...found("tunnel"), ...found("static", "darwin"), ...found("inet6")]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("plans a step for each row that is wrong", () => {
    expect(rows.every((row) => row.steps === row.findings)).toBe(true);
  });

  it("shows each table with the growth from the smaller one, and the kernel's time beside the one it holds", () => {
    expect(rows.filter(({ growth }) => growth !== null)).toHaveLength(2 * WORLDS.length);
    expect(rows.filter(({ show }) => show === 7).map(({ os, world, size }) => `${os} ${world} ${size}`)).toEqual([
      "linux mixed 100",
      "linux mixed 300",
    ]);
    const lines = coreTable(rows, null);
    expect(lines[0]).toMatch(/^system +world +rows +ip -j +read +assess +plan +growth/);
    expect(lines[2]).toMatch(/^linux +mixed +300 +7\.0 .*×/);
  });

  it("says why there is no kernel's time", () => {
    expect(coreTable(rows, "it is no Linux").at(-1)).toBe("ip -j was not measured: it is no Linux.");
  });
});

describe("the sizes of the bench", () => {
  it("grow tenfold up to a million rows", () => {
    expect(sizesUpTo(1_000_000)).toEqual([1_000, 10_000, 100_000, 1_000_000]);
    expect(sizesUpTo(99_999)).toEqual([1_000, 10_000]);
    expect(sizesUpTo(5)).toEqual([1_000]);
  });
});

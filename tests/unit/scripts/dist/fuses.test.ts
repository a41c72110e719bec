import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FUSES, readFuses, setShippedFuses } from "../../../../scripts/dist/fuses.mjs";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "holdfast-fuses-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file with what the fuses are found by (dependencies §1.2), then their version, their number, and a digit for each. */
function programWith(digits: string): string {
  const path = join(folder, `program-${digits}`);
  const wire = Buffer.concat([Buffer.from("dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX"), Buffer.from([1, digits.length])]);
  writeFileSync(path, Buffer.concat([Buffer.alloc(100), wire, Buffer.from(digits), Buffer.alloc(100)]));
  return path;
}

describe("the fuses of what is shipped", () => {
  it("are all nine of the Electron that ships, whatever they were", async () => {
    const programs = ["000000000", "111111111"].map(programWith);
    for (const program of programs) {
      await setShippedFuses(program);
      expect(await readFuses(program)).toEqual(FUSES);
      expect(readFileSync(program).subarray(134, 143).toString()).toBe("010011001");
    }
  });

  it("are those eight that an older Electron has", async () => {
    const program = programWith("10100011");
    await setShippedFuses(program);
    const { WasmTrapHandlers: _newer, ...older } = FUSES;
    expect(await readFuses(program)).toEqual(older);
  });

  it("are left alone when there is one more than the table names", async () => {
    const program = programWith("1111111111");
    await expect(setShippedFuses(program)).rejects.toThrow("strictlyRequireAllFuses");
    expect(readFileSync(program).subarray(134, 144).toString()).toBe("1111111111");
  });
});

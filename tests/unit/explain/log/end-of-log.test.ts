import { describe, expect, it } from "vitest";
import { endOfLog } from "../../../../shared/explain/log/end-of-log.ts";

describe("the end of a log", () => {
  it("is all of it when it is not too long", () => {
    expect(endOfLog("one\ntwo\n", 8)).toBe("one\ntwo\n");
    expect(endOfLog("", 8)).toBe("");
  });

  it("begins with a whole line", () => {
    expect(endOfLog("one\ntwo\nthree\n", 9)).toBe("three\n");
    expect(endOfLog("one\ntwo\nthree", 6)).toBe("three");
  });

  it("loses no line that just fits", () => {
    expect(endOfLog("one\ntwo\nthree\n", 10)).toBe("two\nthree\n");
    expect(endOfLog("one\ntwo\nthree\n", 6)).toBe("three\n");
  });

  it("is the end of the last line when that alone is too long", () => {
    expect(endOfLog("one\ntwo and more\n", 5)).toBe("more\n");
    expect(endOfLog("one\ntwo and more", 4)).toBe("more");
  });
});

import { describe, expect, it } from "vitest";
import { TABLE_LIMITS } from "../../../shared/capture/table-limits.ts";
import { refusalOf } from "../../support/read-output.ts";

describe("a table with more rows than are ever read", () => {
  it("is refused as a whole, as iproute2 prints it", () => {
    const text = `[${"{},".repeat(TABLE_LIMITS.rows)}{}]`;
    expect(refusalOf("ip -j route show table all", text, "linux")).toBe("0: too-large");
  });

  it("is refused as a whole, as netstat prints it", () => {
    expect(refusalOf("netstat -rn", "\n".repeat(TABLE_LIMITS.rows + 1), "darwin")).toBe("0: too-large");
  });
});

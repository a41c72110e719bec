import { describe, expect, it } from "vitest";
import { withoutWrapping } from "../../../shared/capture/pasted-text.ts";

describe("a pasted text", () => {
  it("loses colours, also those in the middle of a word", () => {
    expect(withoutWrapping(["\u001B[1m\u001B[35m10.51.0.1\u001B[0m UGHS"])).toEqual(["10.51.0.1 UGHS"]);
  });

  it("loses the marks of a quotation, of one within another, too", () => {
    expect(withoutWrapping(["> Internet:", ">", "> > default"])).toEqual(["Internet:", "", "default"]);
  });

  it("keeps a prompt that begins with the mark of quotations", () => {
    expect(withoutWrapping(["> netstat -rn", "Internet:", "default"])).toEqual([
      "> netstat -rn",
      "Internet:",
      "default",
    ]);
  });

  it("loses fences, and keeps what somebody began on the line of one", () => {
    expect(withoutWrapping(["```console", "default", "```"])).toEqual(["", "default", ""]);
    expect(withoutWrapping(["```Internet:", "default```"])).toEqual(["Internet:", "default"]);
  });

  it("loses the indentation that all lines have, and keeps the rest of it", () => {
    expect(withoutWrapping(["    en0: flags", "", "    \tinet"])).toEqual(["en0: flags", "", "\tinet"]);
  });
});

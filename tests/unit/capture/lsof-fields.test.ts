import { describe, expect, it } from "vitest";
import { UnreadableOutput } from "../../../shared/capture/contribution.ts";
import { readLsofFields } from "../../../shared/capture/lsof-fields.ts";

const lines = (...fields: string[]) => fields.map((field) => `${field}\n`).join("");

function refusalOf(text: string): string {
  try {
    return `accepted: ${JSON.stringify(readLsofFields(text))}`;
  } catch (error) {
    if (error instanceof UnreadableOutput) return error.message;
    throw error;
  }
}

describe("lsof -Ffn", () => {
  it("lists the descriptors of each process by name", () => {
    const text = lines(
      "p611",
      "f1",
      "n/dev/null",
      "p46988",
      "f1",
      "n/Users/li/vpn log.txt",
      "f2",
      "n->0x35d0b1a2c7790e53",
    );
    expect(readLsofFields(text)).toEqual([
      { pid: 611, descriptor: "1", name: "/dev/null" },
      { pid: 46988, descriptor: "1", name: "/Users/li/vpn log.txt" },
      { pid: 46988, descriptor: "2", name: "->0x35d0b1a2c7790e53" },
    ]);
  });

  it("prints nothing when it finds nothing", () => {
    expect(readLsofFields("")).toEqual([]);
  });

  it.each([
    [String.raw`/Users/li/\xe6\x96\x87\xe6\xa1\xa3/vpn.log`, "/Users/li/文档/vpn.log"],
    [String.raw`/tmp/a\\xe6.log`, String.raw`/tmp/a\xe6.log`],
    [String.raw`/tmp/\\\xc3\xa9.log`, String.raw`/tmp/\é.log`],
    [String.raw`/tmp/a\nb.log`, String.raw`/tmp/a\nb.log`],
    [String.raw`/tmp/\xe6.log`, String.raw`/tmp/\xe6.log`],
  ])("writes %s for the name %s", (printed, name) => {
    expect(readLsofFields(lines("p1", "f1", `n${printed}`))[0]?.name).toBe(name);
  });

  it.each([
    ["another program's words", "lsof: illegal option\n", "line 1: bad-field"],
    ["a listing for people", "COMMAND PID USER\n", "line 1: bad-field"],
    ["a name before a process", lines("n/tmp/a.log"), "line 1: bad-field"],
    ["a name without its descriptor", lines("p1", "n/tmp/a.log"), "line 2: bad-field"],
    ["a descriptor before a process", lines("f1", "n/tmp/a.log"), "line 1: bad-field"],
    ["a name that is given to the next process", lines("p1", "f1", "p2", "n/tmp/a.log"), "line 4: bad-field"],
    ["a process without a number", lines("p", "f1"), "line 1: bad-field"],
    ["an empty line", lines("p1", "", "f1"), "line 2: bad-field"],
  ])("refuses %s", (_, text, refusal) => {
    expect(refusalOf(text)).toBe(refusal);
  });
});

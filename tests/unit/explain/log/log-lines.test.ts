import { describe, expect, it } from "vitest";
import { logLines } from "../../../../shared/explain/log/log-lines.ts";

async function* pieces(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

async function linesOf(...texts: string[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of logLines(pieces(...texts))) lines.push(line);
  return lines;
}

describe("the lines of a log that arrives in pieces", () => {
  it("are the same wherever the pieces break", async () => {
    const text = "one\r\ntwo\n\nthree\rfour\r\n";
    for (let at = 0; at <= text.length; at++)
      expect(await linesOf(text.slice(0, at), text.slice(at)), `cut at ${at}`).toEqual([
        "one",
        "two",
        "",
        "three",
        "four",
      ]);
  });

  it("end with what follows the last line end", async () => {
    expect(await linesOf("one\ntw", "o")).toEqual(["one", "two"]);
    expect(await linesOf("one\r")).toEqual(["one"]);
    expect(await linesOf()).toEqual([]);
  });

  it("are cut where no message is that long, so that a file of one line stays small in memory", async () => {
    const long = "x".repeat(70_000);
    expect((await linesOf(long, long, `${long}\r`, "\nnext")).map(({ length }) => length)).toEqual([65_536, 4]);
  });
});

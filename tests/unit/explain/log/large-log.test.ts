import { describe, expect, it } from "vitest";
import { explainLog } from "../../../../shared/explain/log/explain-log.ts";
import { EMPTY_LOG, readLine, verdictSoFar } from "../../../../shared/explain/log/log-reader.ts";
import type { LogState } from "../../../../shared/explain/log/log-reader.ts";
import { clientLogText } from "../../../support/client-logs.ts";

const switched = clientLogText("macos-wifi-switch.zh-CN").trimEnd().split("\n");

function stateAfter(lines: Iterable<string>): LogState {
  let state = EMPTY_LOG;
  for (const line of lines) state = readLine(state, line).state;
  return state;
}

function* repeated(lines: readonly string[], times: number): Generator<string> {
  for (let time = 0; time < times; time++) yield* lines;
}

/** Characters of the state after the switch's log was read so many times in a row. */
const stateSize = (times: number): number => JSON.stringify(stateAfter(repeated(switched, times))).length;

describe("a large log", () => {
  it("is read from a stream with the same verdict as at once", () => {
    expect(verdictSoFar(stateAfter(switched))).toEqual(explainLog(switched.join("\n")).verdict);
  });

  it("leaves no more in memory than a small one", () => {
    expect(stateSize(500)).toBeLessThan(stateSize(5) * 1.2);
  });

  it("of one megabyte is explained to its last line", () => {
    const times = Math.ceil(1_000_000 / switched.join("\n").length);
    const { lines, verdict } = explainLog(repeated(switched, times));
    expect(lines.length).toBe(switched.length * times);
    expect(lines.at(-2)?.messageId).toBe("oc-https-open-failed");
    expect(verdict.code).toBe("stale-pin");
  });

  it.each([
    ["a line without end", "x".repeat(5_000_000)],
    ["digits without end", "7".repeat(1_000_000)],
    ["a message's beginning over and over", "Configured as , with SSL ".repeat(40_000)],
    ["colour codes without end", "\u001b[".repeat(500_000)],
    [
      "bytes that are no text",
      String.fromCharCode(...Array.from({ length: 2_000 }, (_, index) => index % 256)).repeat(500),
    ],
  ])("that is only %s is answered, too", (_, text) => {
    expect(explainLog(text).verdict.code).toBe("unknown");
  });
});

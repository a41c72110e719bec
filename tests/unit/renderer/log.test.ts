import { describe, expect, it } from "vitest";
import { MOST_LINES, readLog, textPieces } from "../../../renderer/features/log/read-log.ts";
import { clientLogText } from "../../support/client-logs.ts";

const never = new AbortController().signal;
const nobody = () => undefined;

async function* pieces(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

describe("a log in the popover", () => {
  it("is read from a file in pieces, characters cut in two included", async () => {
    const text = clientLogText("macos-wifi-switch.zh-CN");
    const log = await readLog(textPieces(new Blob([text])), nobody, never);
    expect([log.verdict.code, log.lineCount]).toEqual(["stale-pin", text.trimEnd().split("\n").length]);
    expect(log.lines.map(({ line }) => line.text).join("\n")).toBe(text.trimEnd());
  });

  it("explains equal lines once", async () => {
    const log = await readLog(pieces("Reconnect failed\nReconnect failed\nprose\n"), nobody, never);
    expect(log.lines.map(({ explainedAt }) => explainedAt)).toEqual([null, 1, null]);
  });

  it("keeps the last lines of a long one, and weighs them all", async () => {
    const first = "Failed to connect to 203.0.113.9:443: Can't assign requested address\n";
    const log = await readLog(pieces(first, "prose\n".repeat(3 * MOST_LINES)), nobody, never);
    expect([log.verdict.code, log.lineCount, log.lines.length]).toEqual(["stale-pin", 3 * MOST_LINES + 1, MOST_LINES]);
    expect(log.lines[0]?.line.number).toBe(2 * MOST_LINES + 2);
  });

  it("can be stopped while it is read, and tells how far it is", async () => {
    const stop = new AbortController();
    const told: number[] = [];
    const reading = readLog(
      pieces("one\n", "two\n", "three\n"),
      (count) => {
        told.push(count);
        if (count === 1) stop.abort();
      },
      stop.signal,
    );
    await expect(reading).rejects.toThrow("aborted");
    expect(told).toEqual([0, 1]);
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainLog } from "../../shared/explain/log/explain-log.ts";
import { clientLogText } from "../support/client-logs.ts";

const logs = [
  "macos-wifi-switch.zh-CN",
  "macos-wifi-switch.en",
  "session-refused.zh-CN",
  "reconnect-gave-up.en",
  "connect-and-cancel.zh-CN",
].map((name) => clientLogText(name).trimEnd().split("\n"));

/** Lines that no tool of the catalogue prints, and blank ones. */
const noise = fc.oneof(
  fc.constant(""),
  fc.stringMatching(/^(?:Welcome|今天|kernel|Aug 17 18:59:03 laptop dhclient) [a-z \u4e00-\u4fff]{0,40}$/),
  fc.string({ unit: "binary", maxLength: 60 }).map((text) => `~${text.replace(/[\r\n]/g, " ")}`),
);

const runs = process.env["HOLDFAST_LONG"] === "1" ? 5_000 : 300;

describe("a log with other lines in between", () => {
  it("has the same messages and the same verdict", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...logs),
        fc.array(fc.tuple(fc.nat(), noise), { maxLength: 30 }),
        (log, insertions) => {
          const noisy: { text: string; own: boolean }[] = log.map((text) => ({ text, own: true }));
          for (const [position, text] of insertions)
            noisy.splice(position % (noisy.length + 1), 0, { text, own: false });
          const clean = explainLog(log);
          const found = explainLog(noisy.map(({ text }) => text));
          const own = found.lines.filter((_, index) => noisy[index]?.own);
          expect(own.map(({ messageId, args }) => ({ messageId, args }))).toEqual(
            clean.lines.map(({ messageId, args }) => ({ messageId, args })),
          );
          expect(found.verdict.code).toBe(clean.verdict.code);
        },
      ),
      { numRuns: runs },
    );
  });
});

describe("any text", () => {
  it("is explained without a failure, every line once and unchanged", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }).map((text) => text.replace(/[\r\n]/g, ""))), (lines) => {
        expect(explainLog(lines).lines.map(({ text }) => text)).toEqual(lines);
      }),
      { numRuns: runs },
    );
  });
});

import fc from "fast-check";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { serve } from "../../electron/helper/serve.ts";
import { standardConnection } from "../../electron/helper/standard-connection.ts";
import { HelperErrorCode } from "../../shared/contract/helper-error.ts";
import { readRequest } from "../../shared/contract/helper-wire.ts";
import { linuxAfterSwitch } from "../support/helper/after-switch.ts";
import { sessionOn } from "../support/helper/ask.ts";

const isLong = process.env["HOLDFAST_LONG"] === "1";

const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const valid = fc.oneof(
  fc.record({ v: fc.constant(1), id: fc.nat(), op: fc.constantFrom("hello", "status", "plan") }),
  fc.record({
    v: fc.constant(1),
    id: fc.nat(),
    op: fc.constant("apply"),
    digest: hex(64),
    only: fc.array(hex(64), { maxLength: 4 }),
  }),
  fc.record({ v: fc.constant(1), id: fc.nat(), op: fc.constant("undo"), txn: hex(32) }),
  fc.record({ v: fc.constant(1), id: fc.nat(), op: fc.constant("journal"), limit: fc.integer() }),
);

/** A line that was right, with a few characters changed, added or taken away. */
const mutated = fc
  .tuple(valid, fc.array(fc.tuple(fc.nat(), fc.string({ maxLength: 3, unit: "binary" }), fc.nat(2)), { maxLength: 3 }))
  .map(([request, edits]) =>
    edits.reduce((line, [place, text, cut]) => {
      const at = place % (line.length + 1);
      return line.slice(0, at) + text + line.slice(at + cut);
    }, JSON.stringify(request)),
  );
const line = fc.oneof(
  { weight: 5, arbitrary: mutated },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
);

describe("a request line, whatever it is", () => {
  it("is read as one of the six in canonical form, or refused with a code of the list", () => {
    fc.assert(
      fc.property(line, (text) => {
        const result = readRequest(text);
        if (!result.ok) return v.is(HelperErrorCode, result.err);
        return JSON.stringify(JSON.parse(text)) === text;
      }),
      { numRuns: isLong ? 1_000_000 : 100_000 },
    );
  });

  it("never brings a text into a request but hex of fixed length", () => {
    const words = new Set(["hello", "status", "plan", "apply", "undo", "journal"]);
    fc.assert(
      fc.property(line, (text) => {
        const result = readRequest(text);
        if (!result.ok) return;
        const texts = Object.values(result.request)
          .flat()
          .filter((value) => typeof value === "string");
        for (const value of texts) expect(words.has(value) || /^(?:[0-9a-f]{32}|[0-9a-f]{64})$/.test(value)).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });
});

describe("a connection, whatever bytes come", () => {
  it("is answered by lines of the protocol only, and changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            line.map((text) => Buffer.from(`${text}\n`)),
            fc.uint8Array().map(Buffer.from),
          ),
        ),
        async (chunks) => {
          const machine = linuxAfterSwitch();
          const input = new PassThrough();
          const output = new PassThrough();
          const text: Buffer[] = [];
          output.on("data", (chunk: Buffer) => text.push(chunk));
          for (const chunk of chunks) input.write(chunk);
          input.end();
          await serve(sessionOn(machine.host()), standardConnection(input, output, new AbortController().signal));
          const lines = Buffer.concat(text).toString().split("\n").slice(0, -1);
          for (const answer of lines.map((one) => JSON.parse(one))) {
            expect(answer.v).toBe(1);
            expect(answer.ok === true || v.is(HelperErrorCode, answer.err)).toBe(true);
            expect(answer.err).not.toBe("internal");
          }
          expect(machine.changes).toEqual([]);
        },
      ),
      { numRuns: isLong ? 20_000 : 1_000 },
    );
  });
});

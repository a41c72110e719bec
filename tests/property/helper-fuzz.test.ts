import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { serve } from "../../electron/helper/serve.ts";
import { standardConnection } from "../../electron/helper/standard-connection.ts";
import { HelperErrorCode } from "../../shared/contract/helper-error.ts";
import { HELPER_LIMITS } from "../../shared/contract/helper-limits.ts";
import { readRequest } from "../../shared/contract/helper-wire.ts";
import { sessionOn } from "../support/helper/ask.ts";
import { createMachine } from "../support/helper/machine.ts";
import { anyLine, TOLD_NOTHING } from "../support/helper/odd-lines.ts";
import { numbersFrom } from "../support/numbers-from.ts";

const LONG = process.env["HOLDFAST_LONG"] === "1";
/** Lines that are read, and lines that a whole connection is asked. */
const READ = LONG ? 1_000_000 : 500_000;
const SERVED = LONG ? 1_000_000 : 60_000;
const SEED = Number(process.env["HOLDFAST_SEED"] ?? 20_260_102);
const BATCH = 10_000;

const ID = String.raw`"id":(?:0|[1-9]\d{0,15})`;
/** Each request as its one canonical text, written down a second time and without the parser's help. */
const GRAMMAR = [
  ...["hello", "status", "plan", "keep-alive"].map((op) => `"op":"${op}"`),
  '"op":"apply","digest":"[0-9a-f]{64}"(?:,"only":\\["[0-9a-f]{64}"(?:,"[0-9a-f]{64}"){0,511}\\])?',
  '"op":"undo","txn":"[0-9a-f]{32}"',
  '"op":"journal","limit":(?:[1-9]\\d{0,2}|1000)',
].map((rest) => new RegExp(`^\\{"v":1,${ID},${rest}\\}$`));

const isCanonical = (line: string) => GRAMMAR.some((pattern) => pattern.test(line));
const CODES = new Set<string>(HelperErrorCode.options);

describe("T-P3 a request line, whatever it is", () => {
  it("is taken only in its one canonical form, else refused with a code of the list", async () => {
    const next = numbersFrom(SEED);
    let taken = 0;
    const wrong: string[] = [];
    for (let done = 0; done < READ; done += BATCH) {
      for (let place = 0; place < BATCH; place++) {
        const line = anyLine(next, TOLD_NOTHING);
        const result = readRequest(line);
        taken += Number(result.ok);
        if (result.ok ? !isCanonical(line) : !CODES.has(result.err)) wrong.push(line);
        // Nor is a right one ever refused but for a length or a number that the grammar above does not know.
        if (!result.ok && isCanonical(line) && line.length < HELPER_LIMITS.requestBytes && !isNumberTooLarge(line)) {
          wrong.push(line);
        }
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    console.log(`T-P3: ${READ} lines read, ${taken} taken, ${wrong.length} wrongly, seed ${SEED}`);
    expect(wrong).toEqual([]);
    expect(taken).toBeGreaterThan(READ / 20);
  });
});

function isNumberTooLarge(line: string): boolean {
  return !Number.isSafeInteger(Number(/"id":(\d+)/.exec(line)?.[1]));
}

/** What one connection answers to these bytes, cut into pieces somewhere. */
async function answersTo(bytes: Buffer, next: (bound: number) => number): Promise<string[]> {
  const input = new PassThrough();
  const output = new PassThrough();
  for (let at = 0; at < bytes.length;) {
    const size = 1 + next(2_000);
    input.write(bytes.subarray(at, at + size));
    at += size;
  }
  input.end();
  const session = sessionOn(createMachine("linux", []).host());
  await serve(session, standardConnection(input, output, new AbortController().signal));
  output.end();
  return String(output.read() ?? "")
    .split("\n")
    .slice(0, -1);
}

describe("T-P3 a connection, whatever lines come in whatever pieces", () => {
  it("answers each in turn, with what was asked for or a code of the list, and never breaks", async () => {
    const next = numbersFrom(SEED + 1);
    let answered = 0;
    for (let done = 0; done < SERVED; done += HELPER_LIMITS.requestsPerConnection) {
      const lines = Array.from({ length: HELPER_LIMITS.requestsPerConnection }, () => lineWithoutFeed(next));
      const answers = await answersTo(Buffer.from(lines.map((line) => `${line}\n`).join("")), next);
      answered += answers.length;
      for (const answer of answers) check(JSON.parse(answer), answer);
      const isHeld = lines.some((line) => line.includes('"keep-alive"'));
      if (!isHeld) expect(answers).toHaveLength(lines.length);
    }
    console.log(`T-P3: ${SERVED} lines served, ${answered} answers, seed ${SEED + 1}`);
  });
});

const Answer = v.variant("ok", [
  v.looseObject({ v: v.literal(1), id: v.number(), ok: v.literal(true) }),
  v.strictObject({ v: v.literal(1), id: v.number(), ok: v.literal(false), err: HelperErrorCode }),
]);

function check(answer: unknown, text: string): void {
  expect(v.is(Answer, answer), text).toBe(true);
  expect(text).not.toContain('"internal"');
}

// A line feed would make two lines of one.
function lineWithoutFeed(next: (bound: number) => number): string {
  return anyLine(next, TOLD_NOTHING).replaceAll("\n", " ");
}

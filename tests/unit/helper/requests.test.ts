import { describe, expect, it } from "vitest";
import { HELPER_LIMITS } from "../../../shared/contract/helper-limits.ts";
import { readRequest } from "../../../shared/contract/helper-wire.ts";

const hex = (length: number) => "a".repeat(length);
const apply = (only: readonly string[]) => JSON.stringify({ v: 1, id: 3, op: "apply", digest: hex(64), only });

describe("a request line", () => {
  it.each([
    '{"v":1,"id":0,"op":"hello"}',
    '{"v":1,"id":1,"op":"status"}',
    '{"v":1,"id":2,"op":"plan"}',
    `{"v":1,"id":3,"op":"apply","digest":"${hex(64)}"}`,
    apply([hex(64)]),
    `{"v":1,"id":4,"op":"undo","txn":"${hex(32)}"}`,
    '{"v":1,"id":5,"op":"journal","limit":1000}',
  ])("is taken when it is one of the six: %s", (line) => {
    expect(readRequest(line)).toEqual({ ok: true, request: JSON.parse(line) });
  });

  it.each([
    ["a blank", '{"v":1, "id":0,"op":"hello"}'],
    ["the same key twice", '{"v":1,"id":0,"id":0,"op":"hello"}'],
    ["an exponent", '{"v":1,"id":1e0,"op":"hello"}'],
    ["a decimal", '{"v":1.0,"id":0,"op":"hello"}'],
    ["a negative zero", '{"v":1,"id":-0,"op":"hello"}'],
    ["an escape", '{"v":1,"id":0,"op":"\\u0068ello"}'],
    ["keys that JavaScript puts in order", '{"v":1,"id":0,"op":"hello","2":0,"1":0}'],
    ["a byte order mark", '\ufeff{"v":1,"id":0,"op":"hello"}'],
  ])("is refused for %s, which no second reader may read otherwise", (_what, line) => {
    expect(readRequest(line)).toMatchObject({
      ok: false,
      id: -1,
      err: line.startsWith("{") ? "not_canonical" : "bad_json",
    });
  });

  it.each([
    ["no JSON", "hello", "bad_json", -1],
    ["a list", "[]", "bad_shape", -1],
    ["a number", "1", "bad_shape", -1],
    ["null", "null", "bad_shape", -1],
    ["no version", '{"id":7,"op":"hello"}', "bad_version", 7],
    ["another version", '{"v":2,"id":7,"op":"hello"}', "bad_version", 7],
    ["another word", '{"v":1,"id":7,"op":"flush"}', "bad_shape", 7],
    ["no id", '{"v":1,"op":"hello"}', "bad_shape", -1],
    ["an id that is no whole number", '{"v":1,"id":1.5,"op":"hello"}', "bad_shape", -1],
    ["a key too many", '{"v":1,"id":7,"op":"hello","path":"/etc/passwd"}', "bad_key", 7],
    ["a prototype", '{"v":1,"id":7,"op":"hello","__proto__":{}}', "bad_key", 7],
    ["a digest in capitals", `{"v":1,"id":7,"op":"apply","digest":"${"A".repeat(64)}"}`, "bad_shape", 7],
    ["a digest that is short", `{"v":1,"id":7,"op":"apply","digest":"${hex(63)}"}`, "bad_shape", 7],
    ["a transaction that is a path", '{"v":1,"id":7,"op":"undo","txn":"../../../../etc/passwd"}', "bad_shape", 7],
    ["an empty choice", apply([]), "bad_shape", 3],
    ["a choice named twice", apply([hex(64), hex(64)]), "bad_shape", 3],
    ["a limit of nothing", '{"v":1,"id":7,"op":"journal","limit":0}', "bad_shape", 7],
    ["a limit of too much", '{"v":1,"id":7,"op":"journal","limit":1001}', "bad_shape", 7],
  ])("is refused for %s", (_what, line, err, id) => {
    expect(readRequest(line)).toEqual({ ok: false, id, err });
  });

  it("may be long only where it lists steps", () => {
    const many = Array.from({ length: HELPER_LIMITS.chosenSteps }, (_, index) => index.toString(16).padStart(64, "0"));
    expect(readRequest(apply(many))).toMatchObject({ ok: true });
    expect(readRequest(apply([...many, hex(64)]))).toMatchObject({ ok: false, err: "bad_shape" });
    const padded = `{"v":1,"id":7,"op":"hello","x":"${"x".repeat(5_000)}"}`;
    expect(readRequest(padded)).toMatchObject({ ok: false });
    expect(readRequest("[".repeat(HELPER_LIMITS.longRequestBytes + 1))).toEqual({
      ok: false,
      id: -1,
      err: "too_large",
    });
  });

  it("may be nested as deep as it likes without harm", () => {
    expect(readRequest("[".repeat(30_000) + "]".repeat(30_000))).toMatchObject({ ok: false });
  });
});

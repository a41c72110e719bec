import { describe, expect, it } from "vitest";
import { auditLine } from "../../../electron/helper/audit.ts";
import type { AuditEntry } from "../../../electron/helper/audit.ts";
import { serve } from "../../../electron/helper/serve.ts";
import { linuxAfterSwitch } from "../../support/helper/after-switch.ts";
import { sessionOn } from "../../support/helper/ask.ts";
import { numbersFrom } from "../../support/numbers-from.ts";

const AT = "2026-01-01T00:00:00.000Z";
/** Longer than any line has to be that tells what happened. */
const LONGEST_LINE = 4_096;
// Whatever ends a line, moves the cursor, or turns the direction of writing, somewhere.
// oxlint-disable-next-line no-control-regex -- exactly those must not occur
const ACTIVE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

const FORGED = JSON.stringify({ ts: AT, pid: 1, op: "apply", uid: 0, result: "ok" });
const CORPUS: readonly (readonly [string, string])[] = [
  ["a line feed and a line of its own", `wlan0\n${FORGED}`],
  ["a carriage return that overwrites", `wlan0\r${FORGED}`],
  ["both", `\r\n${FORGED}\r\n`],
  ["a form feed and a vertical tab", `\f${FORGED}\v`],
  ["the line ends of Unicode", `\u0085${FORGED}\u2028${FORGED}\u2029`],
  ["colours and a cleared screen", "\u001b[31m\u001b[2J\u001b[H"],
  ["a window title", "\u001b]0;owned\u0007"],
  ["an escape of eight bits", "\u009b31m\u009d0;owned\u009c"],
  ["a text that turns round", "\u202eabc\u202c\u2066x\u2069\u200f\u061c"],
  ["the end of a JSON text", '","uid":0,"result":"ok"}'],
  ["backslashes before the end", '\\\\\\","uid":0}'],
  ["zeros and backspaces", "\u0000\b\b\b\b\u007f"],
  ["half of a pair", "\ud83d and \udc4d alone"],
  ["a pair where the text is cut", `${"x".repeat(299)}\u{1f600}`],
  ["ten thousand letters", "A".repeat(10_000)],
  ["ten thousand line feeds", "\n".repeat(10_000)],
  ["a mark of byte order", "\ufeff{}"],
];

function check(line: string, entry: AuditEntry): void {
  expect(line).not.toMatch(ACTIVE);
  expect(line.length).toBeLessThan(LONGEST_LINE);
  const { ts, pid, op, uid, result } = JSON.parse(line);
  expect({ ts, pid, op, uid, result }).toEqual({ ts: AT, pid: 7, op: entry.op, uid: entry.uid, result: entry.result });
}

describe("T-G1 a line of the audit log", () => {
  it.each(CORPUS)("is one line and one JSON text that says what happened, with %s in it", (_what, detail) => {
    const entry: AuditEntry = { op: "apply", uid: 1000, result: "internal", detail };
    const line = auditLine(entry, AT, 7);
    check(line, entry);
    expect(detail).toContain(JSON.parse(line).detail.slice(0, 290));
  });

  it("is that with any characters in any order", () => {
    const next = numbersFrom(7);
    for (let round = 0; round < 5_000; round++) {
      const points = Array.from({ length: next(60) }, () => (next(4) === 0 ? next(0x1_0000) : next(0x100)));
      const entry: AuditEntry = { op: "plan", uid: 0, result: "internal", detail: String.fromCharCode(...points) };
      check(auditLine(entry, AT, 7), entry);
    }
  });
});

describe("T-G1 the audit log of a connection", () => {
  it.each(CORPUS)("has one line for each thing that happened when what went wrong holds %s", async (_what, text) => {
    const host = linuxAfterSwitch().host();
    const broken = {
      ...host,
      observe: () => Promise.reject(new Error(text)),
      lock: () => Promise.reject(new Error(text)),
    };
    let log = "";
    const session = {
      ...sessionOn(broken),
      audit: (entry: AuditEntry) => void (log += `${auditLine(entry, AT, 7)}\n`),
    };
    const lines = ["plan", "status", "hello"].map((op, id) => JSON.stringify({ v: 1, id, op }));
    // What is no request is no event, and none of it gets into the log.
    const incoming = [...lines, text.replaceAll("\n", ""), JSON.stringify({ v: 1, id: 9, op: text })];
    const sent: string[] = [];
    await serve(session, {
      next: async () => {
        const line = incoming.shift();
        return line === undefined ? { kind: "end" } : { kind: "line", text: line };
      },
      send: async (line) => void sent.push(line),
      hold: async () => undefined,
    });
    const events = log
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    expect(events.map(({ op, result }) => `${op}: ${result}`)).toEqual([
      "plan: internal",
      "status: internal",
      "hello: ok",
    ]);
    expect(log).not.toMatch(/[^\n -~\u00a0-\uffff]/);
    expect(sent).toHaveLength(5);
    // Nor does it come back to the client.
    for (const line of sent) expect(line).toMatch(/^\{"v":1,"id":-?\d+,"ok":(?:false,"err":"[a-z_]+"\}|true,)/);
  });
});

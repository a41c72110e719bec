import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../../electron/helper/refusal.ts";
import { serve } from "../../../electron/helper/serve.ts";
import { standardConnection } from "../../../electron/helper/standard-connection.ts";
import type { AuditEntry } from "../../../electron/helper/audit.ts";
import { HELPER_LIMITS } from "../../../shared/contract/helper-limits.ts";
import { HelperRequest } from "../../../shared/contract/helper-protocol.ts";
import { linuxAfterSwitch } from "../../support/helper/after-switch.ts";
import { ask, sessionOn } from "../../support/helper/ask.ts";
import type { Machine } from "../../support/helper/machine.ts";

/** Serves one connection over these chunks; gives its answers and its log. */
async function talk(chunks: readonly (string | Buffer)[], machine: Machine = linuxAfterSwitch()) {
  const log: AuditEntry[] = [];
  const input = new PassThrough();
  const output = new PassThrough();
  const text: Buffer[] = [];
  output.on("data", (chunk: Buffer) => text.push(chunk));
  for (const chunk of chunks) input.write(chunk);
  input.end();
  const session = { ...sessionOn(machine.host()), audit: (entry: AuditEntry) => log.push(entry) };
  await serve(session, standardConnection(input, output, new AbortController().signal));
  const lines = Buffer.concat(text).toString().split("\n").slice(0, -1);
  return { answers: lines.map((line) => JSON.parse(line)), log };
}

describe("one connection", () => {
  it("puts lines together whatever pieces they come in", async () => {
    const bytes = Buffer.from('{"v":1,"id":0,"op":"hello"}\n{"v":1,"id":1,"op":"status"}\n');
    const pieces = Array.from(bytes, (byte) => Buffer.from([byte]));
    const { answers } = await talk(pieces);
    expect(answers).toMatchObject([
      { id: 0, ok: true, uid: 1000, mode: "child", protocol: [1, 1] },
      { id: 1, ok: true, undoable: null },
    ]);
  });

  it("does not take a last line that was never finished", async () => {
    expect((await talk(['{"v":1,"id":0,"op":"hello"}'])).answers).toEqual([]);
  });

  it("goes on after a line that it does not understand", async () => {
    const { answers } = await talk(["what?\n", '{"v":1,"id":0,"op":"hello"}\n']);
    expect(answers).toMatchObject([
      { id: -1, err: "bad_json" },
      { id: 0, ok: true },
    ]);
  });

  it("ends at bytes that are no text and at a line that is too long", async () => {
    expect((await talk([Buffer.from([0xc3, 0x28, 0x0a]), "x\n"])).answers).toMatchObject([{ err: "bad_utf8" }]);
    expect((await talk(["x".repeat(HELPER_LIMITS.longRequestBytes + 1)])).answers).toMatchObject([
      { err: "too_large" },
    ]);
  });

  it("answers sixteen requests and no more", async () => {
    const lines = Array.from({ length: 30 }, (_, id) => `{"v":1,"id":${id},"op":"hello"}\n`);
    const { answers } = await talk(lines);
    expect(answers).toHaveLength(17);
    expect(answers.at(-1)).toEqual({ v: 1, id: -1, ok: false, err: "too_many" });
  });

  it("does six things, keeps VPNs alive, and does no eighth", () => {
    expect(HelperRequest.options.map(({ entries }) => entries.op.literal)).toEqual([
      "hello",
      "status",
      "plan",
      "apply",
      "undo",
      "keep-alive",
      "journal",
    ]);
  });

  it("belongs to keep-alive alone once that was asked for: whatever is said then ends it", async () => {
    const lines = ['{"v":1,"id":7,"op":"keep-alive"}\n', '{"v":1,"id":8,"op":"hello"}\n'];
    const { answers, log } = await talk(lines);
    expect(answers.filter(({ id, report }) => id !== 7 || report === undefined)).toEqual([]);
    expect(log.at(-1)).toMatchObject({ op: "keep-alive", result: "ended" });
  });

  it("is refused keep-alive while another helper does it", async () => {
    const machine = linuxAfterSwitch();
    const host = machine.host();
    machine.host = () => ({ ...host, lockKeepAlive: () => Promise.reject(new Refusal("busy")) });
    const { answers, log } = await talk(['{"v":1,"id":7,"op":"keep-alive"}\n'], machine);
    expect(answers).toEqual([{ v: 1, id: 7, ok: false, err: "busy" }]);
    expect(log).toMatchObject([{ op: "keep-alive", result: "busy" }]);
  });

  it("tells the client nothing of an unexpected error, and the log all of it", async () => {
    const broken = linuxAfterSwitch();
    const host = broken.host();
    broken.host = () => ({
      ...host,
      observe: async () => {
        throw new Error("/secret/path is broken");
      },
    });
    const { answers, log } = await talk(['{"v":1,"id":0,"op":"plan"}\n'], broken);
    expect(answers).toEqual([{ v: 1, id: 0, ok: false, err: "internal" }]);
    expect(log).toMatchObject([{ op: "plan", result: "internal", detail: "Error: /secret/path is broken" }]);
  });

  it("logs which transaction an apply was and how many steps it took", async () => {
    const machine = linuxAfterSwitch();
    const { digest, entries } = await ask(machine.host(), "plan", {});
    const request = { v: 1, id: 0, op: "apply", digest, only: entries.map(({ id }) => id) };
    const { log } = await talk([`${JSON.stringify(request)}\n`], machine);
    expect(log).toEqual([
      {
        op: "apply",
        uid: 1000,
        result: "ok",
        digest,
        txn: expect.any(String),
        counts: { done: 4, failed: 0, left: 0 },
      },
    ]);
  });

  it("logs every request once, with its result", async () => {
    const { log } = await talk([
      '{"v":1,"id":0,"op":"hello"}\n',
      `{"v":1,"id":1,"op":"undo","txn":"${"0".repeat(32)}"}\n`,
    ]);
    expect(log).toEqual([
      { op: "hello", uid: 1000, result: "ok" },
      { op: "undo", uid: 1000, result: "no_txn", txn: "0".repeat(32) },
    ]);
  });
});

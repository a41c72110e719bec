import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dispatch } from "../../../electron/helper/dispatch.ts";
import type { AnsweredRequest } from "../../../electron/helper/dispatch.ts";
import { ANSWERS, HelperRequest } from "../../../shared/contract/helper-protocol.ts";
import { readRequest } from "../../../shared/contract/helper-wire.ts";
import { linuxAfterSwitch } from "../../support/helper/after-switch.ts";
import { sessionOn } from "../../support/helper/ask.ts";

const SIX = ["apply", "hello", "journal", "plan", "status", "undo"];
const WITH_KEEP_ALIVE = [...SIX, "keep-alive"].toSorted();
const DISPATCHER = join(import.meta.dirname, "../../../electron/helper/dispatch.ts");

/** Verbs that other helpers had to their harm, and words that mean something to JavaScript. */
const UNKNOWN = [
  ...[
    "exec",
    "run",
    "shell",
    "kill",
    "flush",
    "write",
    "read",
    "copy",
    "update",
    "install",
    "uninstall",
    "config",
    "load",
  ],
  ...["addRoute", "removeRoute", "add-route", "delete-route", "replace-route", "nudge-client", "clear-resolver"],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype", "then", "default"],
  ...[
    "",
    " ",
    "HELLO",
    "Hello",
    "hello ",
    " hello",
    "hello\u0000",
    "heIlo",
    "hel\u200blo",
    "keepalive",
    "keep_alive",
    "0",
  ],
];

describe("T-P2 what the helper can be asked", () => {
  it("is these six things, to the letter, and to keep VPNs alive", () => {
    expect(HelperRequest.options.map(({ entries }) => entries.op.literal).toSorted()).toEqual(WITH_KEEP_ALIVE);
    expect(Object.keys(ANSWERS).toSorted()).toEqual(WITH_KEEP_ALIVE);
    const cases = [...readFileSync(DISPATCHER, "utf8").matchAll(/\bcase "([^"]+)"/g)].map(([, verb]) => verb);
    expect(cases.toSorted()).toEqual(SIX);
  });

  it.each(UNKNOWN)("is never %j", (op) => {
    for (const more of [{}, { txn: "0".repeat(32) }, { digest: "0".repeat(64) }, { limit: 1 }]) {
      expect(readRequest(JSON.stringify({ v: 1, id: 7, op, ...more }))).toMatchObject({ ok: false, err: "bad_shape" });
    }
  });

  it("is nothing else even past the reader: the dispatcher touches nothing for a word that it does not know", async () => {
    for (const op of UNKNOWN) {
      const machine = linuxAfterSwitch();
      const host = machine.host();
      // What the compiler rules out.
      const unknown = { v: 1, id: 0, op } as unknown as AnsweredRequest;
      expect(await dispatch(unknown, sessionOn(host))).toBeUndefined();
      expect(host.calls()).toBe(0);
    }
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tryPayload } from "../../../../../scripts/dist/mac/try-payload.mjs";

const SOURCES = { nodeFlags: ["--no-addons"] as never, hello: "hello\n", build: { version: "1.2.3", ruleset: "a" } };
const CLI = `if (process.argv[2] === "--version") console.log("1.2.3")`;
/** Answers root and turns others away, as the helper does, if it is started as the helper is. */
const HELPER = `
const isRight = process.execArgv[0] === "--no-addons" && process.argv[2] === "--child";
process.stdin.once("data", (line) => {
  if (!isRight || String(line) !== "hello\\n") process.exit(2);
  console.log(JSON.stringify(process.geteuid() === 0 ? { ok: true, helper: "1.2.3" } : { ok: false, err: "denied" }));
  process.stdin.destroy();
});`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "holdfast-payload-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Tries a folder with these programs. */
function trying({ cli = CLI, helper = HELPER, node = process.execPath }): () => void {
  const put = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const programs = { node, cli: put("cli.cjs", cli), helper: put("helper.cjs", helper), state: folder };
  return () => tryPayload(programs, SOURCES);
}

describe("the programs that are about to be packed", () => {
  it("are fine when the command says its version and the helper answers", () => {
    expect(trying({})).not.toThrow();
  });

  it.each<[string, Parameters<typeof trying>[0], string]>([
    ["their Node cannot be started", { node: "/nonexistent/node" }, "does not start"],
    ["their Node is killed, as one without an entitlement", { cli: "process.kill(process.pid, 'SIGTRAP')" }, "SIGTRAP"],
    ["the command is of another version", { cli: `console.log("1.2.2")` }, "says that it is 1.2.2"],
    ["the helper dies", { helper: "process.kill(process.pid, 'SIGTRAP')" }, "SIGTRAP"],
    ["the helper says nothing", { helper: "" }, "does not answer"],
    ["the helper refuses for another reason", { helper: `console.log('{"err":"internal"}')` }, `{"err":"internal"}`],
    ["the helper is of another version", { helper: `console.log('{"helper":"1.2.2"}')` }, `{"helper":"1.2.2"}`],
  ])("are not packed when %s", (_why, programs, sentence) => {
    expect(trying(programs)).toThrow(sentence);
  });
});

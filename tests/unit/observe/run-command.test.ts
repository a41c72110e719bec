import { describe, expect, it } from "vitest";
import { runCommand } from "../../../electron/observe/run-command.ts";
import type { CommandLine } from "../../../electron/observe/command-line.ts";

/** This Node as a program that does what the text says. */
const program = (text: string, more: Partial<CommandLine> = {}): CommandLine => ({
  path: process.execPath,
  arguments: ["-e", text],
  ...more,
});
const reason = (code: string, args: object) => ({ read: false, reason: { code, args } });

describe("running a command", () => {
  it("gives its output, its input, and nothing of our environment but locale and path", async () => {
    process.env["HOLDFAST_TEST_SECRET"] = "secret";
    const shown = await runCommand(program("process.stdout.write(JSON.stringify(process.env))"));
    expect(shown.read && JSON.parse(shown.text)).toMatchObject({ LC_ALL: "C", PATH: "/usr/bin:/bin:/usr/sbin:/sbin" });
    expect(shown.read && shown.text).not.toContain("secret");
    const echoed = await runCommand(program("process.stdin.pipe(process.stdout)", { input: "show State:/x\nÄ\n" }));
    expect(echoed).toEqual({ read: true, text: "show State:/x\nÄ\n" });
  });

  it("does not mind a program that never reads its input", async () => {
    const content = await runCommand(program("process.stdout.write('done')", { input: "x".repeat(1_000_000) }));
    expect(content).toEqual({ read: true, text: "done" });
  });

  it("takes arguments as they are: no shell looks at them", async () => {
    const words = ["$HOME", "; echo oops", "`id`", "*"];
    const content = await runCommand({
      path: process.execPath,
      arguments: ["-p", "JSON.stringify(process.argv.slice(1))", ...words],
    });
    expect(content.read && JSON.parse(content.text)).toEqual(words);
  });

  it("says what went wrong", async () => {
    const failed = "console.error('Error: no such table'); process.exit(2)";
    expect(await runCommand(program(failed))).toEqual(
      reason("command-failed", { status: 2, detail: "Error: no such table" }),
    );
    expect(await runCommand({ path: "/no/such/tool", arguments: [] })).toEqual(reason("tool-missing", {}));
    expect(await runCommand({ path: "/etc/passwd", arguments: [] })).toEqual(reason("not-permitted", {}));
  });

  it("accepts what a program found before it failed, if that is its way", async () => {
    const partly = program("console.log('found'); console.error('warning'); process.exit(1)", { mayFail: true });
    expect(await runCommand(partly)).toEqual({ read: true, text: "found\n" });
    expect(await runCommand(program("process.exit(1)", { mayFail: true }))).toEqual({ read: true, text: "" });
    const failed = program("console.error('no'); process.exit(1)", { mayFail: true });
    expect(await runCommand(failed)).toEqual(reason("command-failed", { status: 1, detail: "no" }));
  });

  it("ends what takes too long, prints too much, or is not wanted any more", async () => {
    const forever = program("setInterval(() => {}, 1000)");
    expect(await runCommand(forever, { timeout: 100 })).toEqual(reason("timed-out", { milliseconds: 100 }));
    const chatty = program("setInterval(() => console.log('x'.repeat(1000)))");
    expect(await runCommand(chatty, { maxBytes: 5000 })).toEqual(
      reason("unreadable", { line: 0, detail: "too-large" }),
    );
    const abort = new AbortController();
    const running = runCommand(forever, { signal: abort.signal });
    abort.abort();
    expect(await running).toEqual(reason("command-failed", { detail: "aborted" }));
    expect(await runCommand(forever, { signal: abort.signal })).toEqual(
      reason("command-failed", { detail: "aborted" }),
    );
  });
});

import { spawn, spawnSync } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { HELPER_LIMITS } from "../../../shared/contract/helper-limits.ts";
import { buildProgram } from "./helper-bundle.ts";
import type { BuiltProgram } from "./helper-bundle.ts";

const HELLO = '{"v":1,"id":0,"op":"hello"}\n';

let helper: BuiltProgram;
let folder: string;
let children: ChildProcessWithoutNullStreams[];

beforeAll(async () => {
  helper = await buildProgram("electron/helper/helper.ts");
});
afterAll(() => helper.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "holdfast-process-"));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const run = (args: readonly string[], input: string | Buffer, env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [helper.path, ...args], { input, env, encoding: "utf8" });

function start(): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [helper.path, "--child"], { env: {} });
  children.push(child);
  return child;
}

describe("the helper as a process", () => {
  it.each([
    [[]],
    [["--inspect"]],
    [["-e", "1"]],
    [["--require", "/etc/passwd"]],
    [["--once", "--state-directory=/run/x"]],
    [["--child", "--state-directory=relative"]],
    [["--child", "--state-directory=/run/../tmp"]],
    [["--child", "--state-directory=/run/x", "more"]],
    [Array.from({ length: 50 }, () => "--child")],
  ])("refuses the arguments %j with status 2 and reads nothing", (words) => {
    const { status, stdout } = run(words, HELLO);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  it("answers nobody but root, before it reads a byte", () => {
    const { status, stdout } = spawnSync(process.execPath, [helper.path, "--once"], {
      input: "not even JSON\n",
      encoding: "utf8",
      uid: 65_534,
      gid: 65_534,
    });
    expect(JSON.parse(stdout)).toEqual({ v: 1, id: -1, ok: false, err: "denied" });
    expect(status).toBe(1);
  });

  it("acts for the user behind sudo, and for nobody when that user cannot be told", () => {
    expect(JSON.parse(run(["--once"], HELLO, { SUDO_UID: "1000" }).stdout)).toMatchObject({ uid: 1000, mode: "once" });
    for (const odd of ["", "-1", "0x3e8", "1000 ", "4294967295", "root"]) {
      expect(JSON.parse(run(["--once"], HELLO, { PKEXEC_UID: odd }).stdout)).toMatchObject({
        ok: false,
        err: "denied",
      });
    }
  });

  it("is not led astray by its environment", () => {
    const marker = join(folder, "marker");
    for (const tool of ["ip", "flock", "sh", "ps"]) {
      writeFileSync(join(folder, tool), `#!/bin/sh\necho ${tool} >> ${marker}\n`, { mode: 0o755 });
    }
    writeFileSync(join(folder, "profile"), `echo profile >> ${marker}\n`);
    const poison = {
      PATH: folder,
      BASH_ENV: join(folder, "profile"),
      ENV: join(folder, "profile"),
      IFS: "/",
      LC_ALL: "tr_TR.UTF-8",
      TZ: "../../etc/passwd",
      NODE_PATH: folder,
      ELECTRON_RUN_AS_NODE: "1",
      HOME: folder,
      HOLDFAST_STATE_DIRECTORY: join(folder, "state"),
      STATE_DIRECTORY: join(folder, "state"),
    };
    const { stdout } = run(["--once"], `${HELLO}{"v":1,"id":1,"op":"plan"}\n`, poison);
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).ok),
    ).toEqual([true, true]);
    expect(existsSync(marker)).toBe(false);
    expect(existsSync(join(folder, "state"))).toBe(false);
  });

  it("ends at the end of its input and leaves nothing running", async () => {
    const child = start();
    child.stdin.end(HELLO);
    const [status] = await once(child, "close");
    expect(status).toBe(0);
  });

  it("answers at most sixteen requests", () => {
    const lines = Array.from({ length: 20 }, (_, id) => `{"v":1,"id":${id},"op":"hello"}\n`).join("");
    const answers = run(["--child"], lines)
      .stdout.trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers).toHaveLength(HELPER_LIMITS.requestsPerConnection + 1);
    expect(answers.at(-1)).toMatchObject({ id: -1, ok: false, err: "too_many" });
  });

  it("gives up on a client that says nothing, and on one that never finishes its line", async () => {
    for (const words of ["", '{"v":1,']) {
      const child = start();
      child.stdin.write(words);
      const chunks: Buffer[] = [];
      child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
      await once(child, "close");
      expect(JSON.parse(Buffer.concat(chunks).toString())).toMatchObject({ err: "timeout" });
    }
  });

  it("ends by one clear error on ten million bytes without a line feed, and on bytes that are no text", () => {
    expect(JSON.parse(run(["--child"], Buffer.alloc(10_000_000, "a")).stdout)).toMatchObject({ err: "too_large" });
    expect(JSON.parse(run(["--child"], Buffer.from([0xff, 0xfe, 0x0a])).stdout)).toMatchObject({ err: "bad_utf8" });
  });

  it("opens no debugger and stays alive when it is sent SIGUSR1 and SIGUSR2", async () => {
    const child = start();
    child.stdin.write(HELLO);
    await once(child.stdout, "data");
    child.kill("SIGUSR1");
    child.kill("SIGUSR2");
    child.stdin.write('{"v":1,"id":1,"op":"hello"}\n');
    const [answer] = await once(child.stdout, "data");
    expect(JSON.parse(String(answer))).toMatchObject({ id: 1, ok: true });
    expect(internetSocketsOf(child.pid ?? 0)).toEqual([]);
  });

  it("finishes what it does before it heeds SIGTERM", async () => {
    const child = start();
    child.stdin.write(`${HELLO}{"v":1,"id":1,"op":"plan"}\n`);
    await once(child.stdout, "data");
    child.kill("SIGTERM");
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    const [status] = await once(child, "close");
    expect(status).toBe(0);
  });
});

/** Inodes of TCP and UDP sockets that the process holds. */
function internetSocketsOf(pid: number): string[] {
  const held = readdirSync(`/proc/${pid}/fd`).map((name) => linkOf(`/proc/${pid}/fd/${name}`));
  const inet = ["tcp", "tcp6", "udp", "udp6"].flatMap((table) => {
    const rows = readFileSync(`/proc/${pid}/net/${table}`, "utf8").trimEnd().split("\n").slice(1);
    return rows.map((row) => `socket:[${row.trim().split(/\s+/)[9]}]`);
  });
  return held.filter((name) => inet.includes(name));
}

function linkOf(path: string): string {
  const { stdout } = spawnSync("/usr/bin/readlink", [path], { encoding: "utf8" });
  return stdout.trim();
}

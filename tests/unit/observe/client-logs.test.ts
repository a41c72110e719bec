import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, existsSync, openSync } from "node:fs";
import { chmod, link, mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { darwinOutputs } from "../../../electron/observe/client-logs/darwin-outputs.ts";
import { findClientLogs } from "../../../electron/observe/client-logs/find-client-logs.ts";
import { linuxOutputs } from "../../../electron/observe/client-logs/linux-outputs.ts";
import { readLogEnd } from "../../../electron/observe/client-logs/read-log-end.ts";
import { endOfLog } from "../../../shared/explain/log/end-of-log.ts";
import { folderForTest, startLoggingTo, startPrinting } from "../../support/client-with-log.ts";

/** Paths of the logs that are found for one client on Linux. */
async function found(pid: number, namedFile: string | null = null): Promise<string[]> {
  const logs = await findClientLogs([{ client: "openconnect", pid, namedFile }], linuxOutputs);
  return logs.map(({ path }) => path);
}

/** A path to a FIFO that nobody has opened. */
function makeFifo(folder: string): string {
  const path = join(folder, "fifo");
  execFileSync("/usr/bin/mkfifo", [path]);
  return path;
}

/** Starts a process that opens a FIFO to write, and so waits for a reader; gives whether it has found one. */
async function startWriterInto(fifo: string): Promise<() => boolean> {
  const program = 'process.send("begins"); fs.openSync(process.argv[1], "w"); process.send("opened")';
  const child = spawn(process.execPath, ["-e", program, fifo], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let hasOpened = false;
  await once(child, "message");
  child.once("message", () => (hasOpened = true));
  return () => hasOpened;
}

const NOBODY = 65_534;
const isRoot = process.geteuid?.() === 0;

/** Does something without the rights of root, in whose hands every file can be read. */
async function withoutRights<Value>(act: () => Promise<Value>): Promise<Value> {
  if (!isRoot) return act();
  process.seteuid?.(NOBODY);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}

describe.runIf(process.platform === "linux")("the logs of clients on Linux", () => {
  it("are the files that their outputs go to, each once", async () => {
    const folder = await folderForTest();
    const path = join(folder, "vpn.log");
    const { pid } = await startLoggingTo(path, "Got CONNECT response\n");
    expect(await findClientLogs([{ client: "openconnect", pid, namedFile: path }], linuxOutputs)).toEqual([
      { client: "openconnect", pid, path },
    ]);
    await link(path, join(folder, "second-name.log"));
    expect(await found(pid, join(folder, "second-name.log"))).toEqual([path]);
  });

  it("are two where output and errors are kept apart, and one where two clients share it", async () => {
    const folder = await folderForTest();
    const output = openSync(join(folder, "out.log"), "a");
    const errors = openSync(join(folder, "errors.log"), "a");
    const first = await startPrinting("", output, errors);
    const second = await startPrinting("", "pipe", errors);
    closeSync(output);
    closeSync(errors);
    const clients = [first, second].map(({ pid }) => ({ client: "openconnect", pid, namedFile: null }));
    expect(await findClientLogs(clients, linuxOutputs)).toEqual([
      { client: "openconnect", pid: first.pid, path: join(folder, "out.log") },
      { client: "openconnect", pid: first.pid, path: join(folder, "errors.log") },
    ]);
  });

  it("are found by the names that they have now", async () => {
    const folder = await folderForTest();
    const { pid } = await startLoggingTo(join(folder, "vpn.log"), "");
    await rename(join(folder, "vpn.log"), join(folder, "vpn.log.1"));
    await writeFile(join(folder, "vpn.log"), "of another client\n");
    expect(await found(pid)).toEqual([join(folder, "vpn.log.1")]);
  });

  it("are none when the file is deleted, also with a file in the place that the system names for it", async () => {
    const folder = await folderForTest();
    const path = join(folder, "vpn.log");
    const { pid } = await startLoggingTo(path, "");
    await rm(path);
    expect(await found(pid)).toEqual([]);
    await writeFile(`${path} (deleted)`, "of another client\n");
    expect(await found(pid)).toEqual([]);
  });

  it("are none for pipes, devices, FIFOs and processes that have ended", async () => {
    const folder = await folderForTest();
    const nothing = openSync("/dev/null", "a");
    const fifo = openSync(makeFifo(folder), constants.O_RDWR);
    const piped = await startPrinting("", "pipe", nothing);
    const throughFifo = await startPrinting("", fifo, fifo);
    closeSync(nothing);
    closeSync(fifo);
    expect(await found(piped.pid)).toEqual([]);
    expect(await found(throughFifo.pid)).toEqual([]);
    const ended = await startLoggingTo(join(folder, "vpn.log"), "");
    expect(await found(ended.pid)).toHaveLength(1);
    await ended.end();
    expect(await found(ended.pid)).toEqual([]);
  });

  it("are the named file only if it is a regular one: neither link, folder nor FIFO, which would block", async () => {
    const folder = await folderForTest();
    const { pid } = await startPrinting("", "pipe", "pipe");
    const path = join(folder, "vpn.log");
    expect(await found(pid, path)).toEqual([]);
    await writeFile(path, "");
    expect(await found(pid, path)).toEqual([path]);
    await symlink(path, join(folder, "link.log"));
    await mkdir(join(folder, "folder"));
    for (const other of [join(folder, "link.log"), join(folder, "folder"), makeFifo(folder)])
      expect(await found(pid, other)).toEqual([]);
  });

  it("are looked for without opening a FIFO, which wakes up who waits to write into it", async () => {
    const fifo = makeFifo(await folderForTest());
    const isOpened = await startWriterInto(fifo);
    const { pid } = await startPrinting("", "pipe", "pipe");
    expect(await found(pid, fifo)).toEqual([]);
    // To start a process takes longer than to wake one up.
    await startPrinting("", "pipe", "pipe");
    expect(isOpened()).toBe(false);
  });

  it.runIf(isRoot)("are those of this user, and of others only what is named and open to all", async () => {
    const folder = await folderForTest();
    await chmod(folder, 0o755);
    const path = join(folder, "vpn.log");
    const { pid } = await startLoggingTo(path, "");
    await chmod(path, 0o644);
    expect(await withoutRights(() => found(pid))).toEqual([]);
    expect(await withoutRights(() => found(pid, path))).toEqual([path]);
    await chmod(path, 0o600);
    expect(await withoutRights(() => found(pid, path))).toEqual([]);
    expect(await found(pid)).toEqual([path]);
  });
});

/** The program of macOS is this one, in an older version. */
const LSOF = "/usr/bin/lsof";

describe.runIf(existsSync(LSOF))("the logs of clients by lsof", () => {
  it("are the files that their outputs go to, of all clients at once", async () => {
    const folder = join(await folderForTest(), "文档 \\ logs");
    await mkdir(folder);
    const first = await startLoggingTo(join(folder, "first.log"), "");
    const second = await startLoggingTo(join(folder, "second.log"), "");
    const piped = await startPrinting("", "pipe", "pipe");
    const ended = await startLoggingTo(join(folder, "third.log"), "");
    await ended.end();
    const outputs = await darwinOutputs({ path: LSOF })([first.pid, second.pid, piped.pid, ended.pid]);
    expect(outputs).toEqual([
      { pid: first.pid, path: join(folder, "first.log") },
      { pid: first.pid, path: join(folder, "first.log") },
      { pid: second.pid, path: join(folder, "second.log") },
      { pid: second.pid, path: join(folder, "second.log") },
    ]);
  });

  it("are none of anybody when there is no client", async () => {
    expect(await darwinOutputs({ path: LSOF })([])).toEqual([]);
  });
});

describe("what cannot be understood of lsof", () => {
  it.each([
    ["it is missing", { path: "/no/such/lsof" }],
    ["it prints something else", { path: process.execPath, arguments: ["-p", "'COMMAND PID'", "--"] }],
  ])("offers no log: %s", async (_, tool) => {
    expect(await darwinOutputs(tool)([1])).toEqual([]);
  });
});

describe("the end of a log file", () => {
  const TEXT = "é\n隧道已建立：tun0\n😀 ok\nConnected to 203.0.113.9:443\n重新连接…\n";

  it("is the end of its text, wherever its bytes are cut", async () => {
    const path = join(await folderForTest(), "vpn.log");
    await writeFile(path, TEXT);
    for (let longest = 1; longest <= TEXT.length + 1; longest += 1)
      expect(await readLogEnd(path, longest), `at most ${longest}`).toBe(endOfLog(TEXT, longest));
  });

  it("is read from the end of a file that is far longer", async () => {
    const path = join(await folderForTest(), "vpn.log");
    await writeFile(path, `${"重新连接…\n".repeat(10_000)}last\n`);
    expect(await readLogEnd(path, 16)).toBe("重新连接…\nlast\n");
  });

  it("shows where bytes are no text, and loses none of the rest", async () => {
    const path = join(await folderForTest(), "vpn.log");
    await writeFile(path, Buffer.concat([Buffer.from("a"), Buffer.from([0xff, 0xe9, 0x9a]), Buffer.from("b\n")]));
    expect(await readLogEnd(path, 100)).toBe("a\uFFFD\uFFFDb\n");
  });

  it("is empty for an empty file", async () => {
    const path = join(await folderForTest(), "vpn.log");
    await writeFile(path, "");
    expect(await readLogEnd(path, 100)).toBe("");
  });

  it("is not read of what is gone, private, a link, a folder or a FIFO, which would block", async () => {
    const folder = await folderForTest();
    await chmod(folder, 0o755);
    const path = join(folder, "vpn.log");
    expect(await readLogEnd(path, 100)).toBeNull();
    await writeFile(path, "text\n");
    await symlink(path, join(folder, "link.log"));
    for (const other of [join(folder, "link.log"), folder, makeFifo(folder)])
      expect(await readLogEnd(other, 100)).toBeNull();
    expect(await withoutRights(() => readLogEnd(path, 100))).toBe("text\n");
    await chmod(path, 0o000);
    expect(await withoutRights(() => readLogEnd(path, 100))).toBeNull();
  });
});

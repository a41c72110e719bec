import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { isBuiltin } from "node:module";
import { createServer } from "node:net";
import type { Socket } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PEER_PROGRAM } from "./programs.ts";

/** macOS's own account for web servers. */
const OTHER_USER = 70;

const isMac = process.platform === "darwin";
const isRoot = process.getuid?.() === 0;

let folder: string;
beforeEach(() => {
  // Not in the folder for temporary files of this user: somebody else has to get there.
  folder = mkdtempSync("/tmp/holdfast-peer-");
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

// helper-security T-M3, §1.8 item 2.
describe.skipIf(!isMac || !isBuiltin("node:ffi"))("getpeereid by node:ffi (needs a Mac and Node 26)", () => {
  it("names the user who connected", async () => {
    expect(await peerOfClient(process.geteuid?.() ?? -1)).toEqual({ status: 0, uid: process.geteuid?.() });
  });

  it.skipIf(!isRoot)("names another user (needs root)", async () => {
    expect(await peerOfClient(OTHER_USER)).toEqual({ status: 0, uid: OTHER_USER });
  });
});

/** What a process with the helper's way of standard input says about a client of this user. */
async function peerOfClient(uid: number): Promise<unknown> {
  const path = join(folder, "socket");
  const server = createServer({ pauseOnConnect: true }).listen(path);
  await once(server, "listening");
  chmodSync(path, 0o666);
  const client = spawn("/usr/bin/nc", ["-U", path], { uid, env: {}, cwd: "/", stdio: ["pipe", "ignore", "inherit"] });
  try {
    const [connection] = (await once(server, "connection")) as [Socket];
    const words = ["--jitless", "--no-warnings", "--eval", PEER_PROGRAM];
    const program = spawn(process.execPath, words, { env: {}, stdio: [connection, "pipe", "inherit"] });
    const answer = await text(program.stdout ?? []);
    connection.destroy();
    return JSON.parse(answer);
  } finally {
    client.kill();
    server.close();
  }
}

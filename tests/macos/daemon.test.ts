import { readFileSync, statSync } from "node:fs";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { until } from "../support/until.ts";
import { withTestDaemon } from "./test-daemon.ts";

/** The user who may call; whether there is an account of that number does not matter. */
const OWNER = 501;
/** macOS's own account for web servers. */
const STRANGER = 70;

const isRootOnMac = process.platform === "darwin" && process.getuid?.() === 0;
const knowsFlags = process.allowedNodeEnvironmentFlags.has("--disable-sigusr1");

// helper-security T-M1: each half is proven, a daemon of the system's with both SockPathName and inetdCompatibility is not.
describe.skipIf(!isRootOnMac || !knowsFlags)("the helper's daemon (needs a Mac, root and Node 24)", () => {
  it("answers a hundred clients one after the other, as root and with the words of the property list", () =>
    withTestDaemon(OWNER, async (daemon) => {
      const answers = await daemon.ask(OWNER, 100, 1);
      expect(answers.map(read)).toEqual(Array.from({ length: 100 }, (_, place) => answerTo(place)));
    }));

  it("answers twenty clients at once", () =>
    withTestDaemon(OWNER, async (daemon) => {
      const answers = await daemon.ask(OWNER, 20, 20);
      expect(answers.map(read)).toEqual(Array.from({ length: 20 }, (_, place) => answerTo(place)));
    }));

  it("listens on a socket of the user, which nobody else may use", () =>
    withTestDaemon(OWNER, async (daemon) => {
      const { uid, gid, mode } = statSync(daemon.socket);
      expect({ uid, gid, mode: mode & 0o777 }).toEqual({ uid: OWNER, gid: 0, mode: 0o600 });
      expect(new Set(await daemon.ask(STRANGER, 100, 1))).toEqual(new Set(["EACCES"]));
      expect(daemon.processes()).toEqual([]);
    }));

  it("keeps what it logs off the socket, in a file of root's", () =>
    withTestDaemon(OWNER, async (daemon) => {
      const [answer = ""] = await daemon.ask(OWNER, 1, 1);
      expect(answer).not.toContain("said to standard error");
      await until("it is in the file", () => readFileSync(daemon.errors, "utf8").includes("said to standard error\n"));
      expect(statSync(daemon.errors)).toMatchObject({ uid: 0 });
      expect(statSync(daemon.errors).mode & 0o022).toBe(0);
    }));

  it("runs nothing while nobody is connected, two seconds after the last client at the latest", () =>
    withTestDaemon(OWNER, async (daemon) => {
      expect(daemon.processes()).toEqual([]);
      await daemon.ask(OWNER, 20, 20);
      await until("no process is left", () => daemon.processes().length === 0, 2_000);
    }));

  // What removing the helper rests on (R19). Not in any manual for jobs of this kind.
  it("ends the process of a silent connection when its job is ended", () =>
    withTestDaemon(OWNER, async (daemon) => {
      const connection = connect(daemon.socket);
      try {
        await until("a process waits", () => daemon.processes().length === 1);
        daemon.bootOut();
        await expect(
          until("no process is left", () => daemon.processes().length === 0, 25_000),
        ).resolves.toBeUndefined();
      } finally {
        connection.destroy();
      }
    }));
});

function answerTo(place: number) {
  return { line: `question ${place}`, uid: 0, words: ["--socket", "--door=all", `--allow-uid=${OWNER}`] };
}

/** A line of JSON, or what came instead of it. */
function read(answer: string): unknown {
  return answer.startsWith("{") && answer.endsWith("}\n") ? JSON.parse(answer) : answer;
}

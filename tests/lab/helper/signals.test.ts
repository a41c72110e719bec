import { readFileSync } from "node:fs";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram } from "./helper-bundle.ts";
import type { BuiltProgram } from "./helper-bundle.ts";
import { makeNetworkRoom } from "./network-room.ts";
import type { NetworkRoom } from "./network-room.ts";
import { startWatched } from "./watched-helper.ts";

const HELLO = '{"v":1,"id":0,"op":"hello"}\n';
const PLAN = '{"v":1,"id":1,"op":"plan"}\n';
const STORM = 50;

let helper: BuiltProgram;
let room: NetworkRoom;

beforeAll(async () => {
  [helper, room] = await Promise.all([buildProgram("electron/helper/helper.ts"), makeNetworkRoom()]);
});
afterAll(() => Promise.all([helper.remove(), room.remove()]));

/** Every socket of the internet in the room, which nobody but the helper shares. */
function socketsSeenBy(pid: number | undefined): string[] {
  const tables = ["tcp", "tcp6", "udp", "udp6"].map((name) => `/proc/${pid}/net/${name}`);
  return tables.flatMap((table) => readFileSync(table, "utf8").trimEnd().split("\n").slice(1));
}

describe("T-I4 a helper that gets signals", () => {
  it.each(["SIGUSR1", "SIGUSR2"] as const)(
    "opens no port at any number of %s, and goes on with its work",
    async (signal) => {
      const { child, input, output, ended } = startWatched(room, helper);
      input.write(HELLO);
      await once(output, "data");
      for (let place = 0; place < STORM; place++) child.kill(signal);
      input.write(PLAN);
      for (let place = 0; place < STORM; place++) child.kill(signal);
      await once(output, "data");
      expect(socketsSeenBy(child.pid)).toEqual([]);
      input.end();
      const { status, answers, seen } = await ended();
      expect({ status, sockets: seen.sockets }).toEqual({ status: 0, sockets: [] });
      expect(
        answers
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line).ok),
      ).toEqual([true, true]);
    },
  );

  it.each(["SIGHUP", "SIGTERM", "SIGINT"] as const)(
    "opens no port at %s, and ends when it has answered",
    async (signal) => {
      const { child, input, output, ended } = startWatched(room, helper);
      input.write(HELLO);
      await once(output, "data");
      input.write(PLAN);
      child.kill(signal);
      const { status, answers, seen } = await ended();
      expect({ status, sockets: seen.sockets }).toEqual({ status: 0, sockets: [] });
      for (const line of answers.trimEnd().split("\n")) expect(JSON.parse(line)).toMatchObject({ ok: true });
    },
  );
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HELPER_LIMITS } from "../../../shared/contract/helper-limits.ts";
import { buildProgram } from "./helper-bundle.ts";
import type { BuiltProgram } from "./helper-bundle.ts";
import { makeNetworkRoom } from "./network-room.ts";
import type { NetworkRoom } from "./network-room.ts";
import { startWatched } from "./watched-helper.ts";

// Each waits for a limit in real time, the longest for three quarters of a minute; tests/unit/helper/limits.test.ts holds
// the same limits in a time that is made up, and the gate of one second is measured here.
const TOLERANCE = 1_000;
/** Enough rows that the answer to `plan` does not fit into any pipe. */
const STALE_ROWS = 400;
const PLAN = '{"v":1,"id":0,"op":"plan"}\n';

let helper: BuiltProgram;
let room: NetworkRoom;

beforeAll(async () => {
  [helper, room] = await Promise.all([buildProgram("electron/helper/helper.ts"), makeNetworkRoom()]);
});
afterAll(() => Promise.all([helper.remove(), room.remove()]));

/** Lets a client be as slow as it is, and gives how long the helper lived from the moment at which it was ready. */
async function lifeOf(act: (write: (text: string) => void) => () => void): Promise<{ life: number; answers: string }> {
  const { input, ended } = startWatched(room, helper);
  const born = performance.now();
  const stop = act((text) => void input.write(text));
  try {
    const { answers } = await ended();
    return { life: performance.now() - born, answers };
  } finally {
    stop();
  }
}

/** Says one letter in each second. */
function slowly(words: string): (write: (text: string) => void) => () => void {
  return (write) => {
    let place = 0;
    const timer = setInterval(() => write(words.charAt(place++)), 1_000);
    return () => clearInterval(timer);
  };
}

describe("T-D4 a slow client, in real time", () => {
  it("that writes one byte in a second is cut off two seconds after the start", async () => {
    const { life, answers } = await lifeOf(slowly(PLAN));
    expect(answers).toContain('"timeout"');
    expect(Math.abs(life - HELPER_LIMITS.firstLineMilliseconds)).toBeLessThan(TOLERANCE);
  });

  it("that writes 64 KiB and then nothing is cut off two seconds after the start", async () => {
    const { life, answers } = await lifeOf((write) => (write("x".repeat(64 * 1024)), () => undefined));
    expect(answers).toContain('"timeout"');
    expect(Math.abs(life - HELPER_LIMITS.firstLineMilliseconds)).toBeLessThan(TOLERANCE);
  });

  it("that never reads its answer is left after three quarters of a minute", async () => {
    await room.ip("addr", "add", "198.51.100.2/28", "dev", "wlan0");
    for (let row = 0; row < STALE_ROWS; row++) {
      const host = `203.0.${114 + Math.floor(row / 250)}.${(row % 250) + 1}`;
      await room.ip("route", "add", host, "via", "198.51.100.1", "dev", "wlan0");
    }
    await room.ip("addr", "del", "198.51.100.2/28", "dev", "wlan0");
    const { child, input, output } = startWatched(room, helper);
    output.pause();
    output.removeAllListeners("data");
    const born = performance.now();
    input.write(PLAN);
    await new Promise((resolve) => child.once("exit", resolve));
    expect(Math.abs(performance.now() - born - HELPER_LIMITS.hardLifeMilliseconds)).toBeLessThan(TOLERANCE);
    output.destroy();
  });
});

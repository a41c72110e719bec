import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HelperErrorCode } from "../../../shared/contract/helper-error.ts";
import { numbersFrom } from "../../support/numbers-from.ts";
import { buildProgram } from "./helper-bundle.ts";
import type { BuiltProgram } from "./helper-bundle.ts";
import { makeNetworkRoom } from "./network-room.ts";
import type { NetworkRoom } from "./network-room.ts";
import { oddClient, send } from "./odd-client.ts";
import { startWatched } from "./watched-helper.ts";

const CONNECTIONS = process.env["HOLDFAST_LONG"] === "1" ? 5_000 : 120;
const AT_A_TIME = 4;
const SEED = Number(process.env["HOLDFAST_SEED"] ?? 20_260_103);
/** The gates of helper-security T-P3. */
const MOST_MILLISECONDS = 3_000;
const MOST_MEBIBYTES = 120;
const PATIENCE = 60 * 60_000;

const CODES = new Set<string>(HelperErrorCode.options);

let helper: BuiltProgram;
let room: NetworkRoom;

beforeAll(async () => {
  [helper, room] = await Promise.all([buildProgram("electron/helper/helper.ts"), makeNetworkRoom()]);
});
afterAll(() => Promise.all([helper.remove(), room.remove()]));

interface Worst {
  milliseconds: number;
  mebibytes: number;
}

/** One connection with the seed that makes it again. */
async function connect(seed: number, worst: Worst): Promise<void> {
  const next = numbersFrom(seed);
  const client = oddClient(next);
  const what = `seed ${seed}: ${client.kind}`;
  const { input, child, ended } = startWatched(room, helper);
  try {
    const last = await send(client, input, next);
    const { answers, seen } = await ended();
    const milliseconds = performance.now() - last - client.patience;
    worst.milliseconds = Math.max(worst.milliseconds, milliseconds);
    worst.mebibytes = Math.max(worst.mebibytes, seen.peak);
    expect(milliseconds, what).toBeLessThan(MOST_MILLISECONDS);
    expect(seen.peak, what).toBeLessThan(MOST_MEBIBYTES);
    for (const line of answers.split("\n").slice(0, -1)) {
      const { v, ok, err } = JSON.parse(line);
      expect(v === 1 && (ok === true || (CODES.has(err) && err !== "internal")), `${what}: ${line}`).toBe(true);
    }
    expect(answers === "" || answers.endsWith("\n"), what).toBe(true);
  } finally {
    child.kill("SIGKILL");
  }
}

describe("T-P3 the helper as a process, whatever a client does", () => {
  it(
    "ends in time and in bounded memory, and says nothing but answers and codes of the list",
    async () => {
      const before = await room.table();
      const worst: Worst = { milliseconds: 0, mebibytes: 0 };
      let started = 0;
      const broken: unknown[] = [];
      const worker = async () => {
        while (started < CONNECTIONS && broken.length === 0) {
          await connect(SEED + started++, worst).catch((error: unknown) => broken.push(error));
        }
      };
      // All of them to their end, so that no helper outlives the room.
      await Promise.all(Array.from({ length: AT_A_TIME }, worker));
      const figures = `${worst.milliseconds.toFixed(0)} ms and ${worst.mebibytes.toFixed(0)} MiB at most`;
      console.log(`T-P3: ${CONNECTIONS} connections, ${figures}, seed ${SEED}`);
      expect(broken).toEqual([]);
      expect(await room.table()).toBe(before);
    },
    PATIENCE,
  );
});

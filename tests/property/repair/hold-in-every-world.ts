import { beforeAll, describe, expect, it } from "vitest";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import { runEveryWorld, showBreak } from "./every-world.ts";
import type { Run } from "./every-world.ts";
import { LAWS } from "./laws.ts";

const isLong = process.env["HOLDFAST_LONG"] === "1";
const numRuns = Number(process.env["HOLDFAST_RUNS"] ?? (isLong ? 100_000 : 5_000));
const given = process.env["HOLDFAST_SEED"];

/** At most six hours: a million worlds take a while. */
const PATIENCE = 6 * 60 * 60_000;

/** One test for each of the six properties (02-architecture, "Deciding"), all over the same generated worlds of one system. */
export function holdInEveryWorld(os: OperatingSystem): void {
  describe(`repairs on ${os}`, () => {
    let run: Run<keyof typeof LAWS>;

    beforeAll(async () => {
      const seed = given === undefined ? Date.now() % 0x7fff_ffff : Number(given);
      const say = (worlds: number, broken: number) => `${os}: ${worlds} worlds, ${broken} of 6 properties broken`;
      const onProgress = (worlds: number, broken: number) => console.log(`${say(worlds, broken)} so far`);
      run = await runEveryWorld(os, LAWS, { numRuns, seed, onProgress });
      console.log(`${say(run.worlds, run.breaks.size)}, ${run.seconds.toFixed(1)} s, seed ${seed}`);
    }, PATIENCE);

    it.each(Object.entries(LAWS) as [keyof typeof LAWS, (typeof LAWS)[keyof typeof LAWS]][])("%s", (name, law) => {
      const broken = run.breaks.get(name);
      if (broken !== undefined) showBreak(os, law, broken);
      expect(run.worlds).toBe(numRuns);
    });
  });
}

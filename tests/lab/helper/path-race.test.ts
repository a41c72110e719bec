import { chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";
import { HelperErrorCode } from "../../../shared/contract/helper-error.ts";
import { buildProgram } from "./helper-bundle.ts";
import type { BuiltProgram } from "./helper-bundle.ts";
import { askOnce } from "./helper-in-room.ts";
import { makeNetworkRoom } from "./network-room.ts";
import type { NetworkRoom } from "./network-room.ts";
import { BY_LINK, BY_SECOND_NAME, flipDuring, flipFiles, flipFolder } from "./path-flips.ts";

const LONG = process.env["HOLDFAST_LONG"] === "1";
const APPLIES = LONG ? 500 : 4;
const FEWEST_FLIPS = LONG ? 100_000 : 1_000;
const NOBODY = 65_534;
const PATIENCE = 60 * 60_000;
const CODES = new Set<string>(HelperErrorCode.options.map((code) => code.replaceAll("_", "-")));

let helper: BuiltProgram;
let room: NetworkRoom;
let wanted: { readonly digest: string; readonly only: string[] };

beforeAll(async () => {
  helper = await buildProgram("electron/helper/helper.ts");
});
afterAll(() => helper.remove());
beforeEach(async () => {
  room = await makeNetworkRoom();
  const { digest, entries } = await askOnce(room, helper.path, "plan", {});
  wanted = { digest, only: entries.map(({ id }) => id).slice(0, 1) };
});
afterEach(() => room.remove());

/** A folder for a journal, and elsewhere a folder with a file, which nobody may touch. */
function freshPlaces(place: number) {
  const above = join(dirname(room.stateDirectory), `race-${place}`);
  const [journal, elsewhere] = [join(above, "journal"), join(above, "elsewhere")];
  for (const folder of [journal, elsewhere]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const victim = join(elsewhere, "victim");
  writeFileSync(victim, "untouched\n", { mode: 0o600 });
  return { above, journal, elsewhere, victim };
}

const traceOf = (victim: string) => {
  const { mode, mtimeMs, ino } = statSync(victim);
  return { mode, mtimeMs, ino, text: readFileSync(victim, "utf8"), beside: readdirSync(dirname(victim)) };
};

const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: HelperFailure) => error.code,
  );

/** Applies and undoes again and again while every file of the journal is replaced in this way; gives how often it was. */
async function applyWhileFlipped(put: typeof BY_LINK | typeof BY_SECOND_NAME): Promise<number> {
  let flips = 0;
  const outcomes = new Map<string, number>();
  for (let place = 0; place < APPLIES; place++) {
    const { journal, victim } = freshPlaces(place);
    const trace = traceOf(victim);
    const here = { ...room, stateDirectory: journal };
    const work = outcomeOf(askOnce(here, helper.path, "apply", wanted));
    flips += await flipDuring(flipFiles(journal, victim, put), work);
    expect(traceOf(victim), `apply ${place}`).toEqual(trace);
    const outcome = await work;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    // What was done is taken back, so that there is something to do again.
    const { undoable } = await askOnce(here, helper.path, "status", {});
    if (undoable !== null) await askOnce(here, helper.path, "undo", { txn: undoable });
  }
  console.log(`T-F4: ${flips} flips of files, ${APPLIES} applies: ${JSON.stringify(Object.fromEntries(outcomes))}`);
  expect([...outcomes.keys()].filter((outcome) => outcome !== "done" && !CODES.has(outcome))).toEqual([]);
  return flips;
}

describe("T-F4 while the paths of the journal are replaced all the time", () => {
  it(
    "nothing outside of its folder is written, whichever of its files is a link at that moment",
    async () => {
      expect(await applyWhileFlipped(BY_LINK)).toBeGreaterThan(FEWEST_FLIPS);
    },
    PATIENCE,
  );

  // The second name must go between the opening of the file and the look at how many names it has: seldom, so the long run tells more.
  it(
    "nor when one of its files is a second name of another at that moment",
    async () => {
      expect(await applyWhileFlipped(BY_SECOND_NAME)).toBeGreaterThan(FEWEST_FLIPS);
    },
    PATIENCE,
  );

  it(
    "by whoever owns the folder above, every apply is refused and no route is touched",
    async () => {
      let flips = 0;
      const before = await room.table();
      for (let place = 0; place < APPLIES; place++) {
        const { above, journal, elsewhere, victim } = freshPlaces(place);
        chownSync(above, NOBODY, NOBODY);
        const trace = traceOf(victim);
        const outcome = outcomeOf(askOnce({ ...room, stateDirectory: journal }, helper.path, "apply", wanted));
        flips += await flipDuring(flipFolder(journal, elsewhere), outcome);
        expect([await outcome, traceOf(victim)]).toEqual(["internal", trace]);
        expect(readdirSync(journal)).toEqual([]);
      }
      console.log(`T-F4: ${flips} flips of the folder, ${APPLIES} applies`);
      expect(await room.table()).toBe(before);
      expect(flips).toBeGreaterThan(FEWEST_FLIPS);
    },
    PATIENCE,
  );
});

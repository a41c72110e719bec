import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import type { CoreCase, CoreFigures } from "./measure.ts";
import { median } from "./measure.ts";
import { WORLDS } from "./worlds.ts";
import type { World } from "./worlds.ts";

/** What was found out about one table. */
export interface CoreRow extends CoreCase, CoreFigures {
  /** Milliseconds of `ip -j route show table all` for the same table; null where that was not measured. */
  readonly show: number | null;
  /** How many times as long assess() took as for the next smaller table; null for the smallest. */
  readonly growth: number | null;
}

/** What measures: child processes and a kernel, unless a test brings something smaller. */
export interface CoreMeasures {
  judge(one: CoreCase): Promise<CoreFigures>;
  /** Fills a kernel with the world's rows and times `ip` there, so many times; null where there can be none. */
  show(world: World, size: number, times: number): Promise<number | null>;
  /** Tells what is being done. */
  say(text: string): void;
}

const SYSTEMS: readonly OperatingSystem[] = ["linux", "darwin"];
const SIZES = [1_000, 10_000, 100_000, 1_000_000] as const;
/** The largest tables are judged once: they take long enough to be exact. */
const ROUNDS = 3;
const LARGE = 1_000_000;
/** Worlds in which every row is wrong: nobody has a million such rows, and a verdict on each fills all memory. */
const ALL_WRONG: ReadonlySet<World> = new Set(["dead", "pins"]);
/** The world whose rows the kernel is filled with. */
const SHOWN: World = "mixed";

/** The sizes of tables up to `most` rows; at least the smallest. */
export function sizesUpTo(most: number): number[] {
  return SIZES.filter((size) => size <= Math.max(most, SIZES[0]));
}

/** Measures all worlds on both systems at these sizes, round after round, so that a busy moment meets all alike. */
export async function runCore(sizes: readonly number[], measures: CoreMeasures): Promise<CoreRow[]> {
  const cases = SYSTEMS.flatMap((os) => WORLDS.flatMap((world) => sizes.map((size) => ({ os, world, size })))).filter(
    ({ world, size }) => size < LARGE || !ALL_WRONG.has(world),
  );
  const found = new Map<CoreCase, CoreFigures[]>(cases.map((one) => [one, []]));
  for (let round = 1; round <= ROUNDS; round++) {
    for (const one of cases.filter(({ size }) => round === 1 || size < LARGE)) {
      measures.say(`round ${round} of ${ROUNDS}: ${one.os}, ${one.world}, ${one.size.toLocaleString("en")} rows`);
      found.get(one)?.push(await measures.judge(one));
    }
  }
  const shown = new Map<number, number | null>();
  for (const size of sizes) {
    measures.say(`ip -j route show: ${size.toLocaleString("en")} rows`);
    shown.set(size, await measures.show(SHOWN, size, ROUNDS));
  }
  const rows = cases.map((one) => ({
    ...one,
    ...medianOf(found.get(one) ?? []),
    show: one.os === "linux" && one.world === SHOWN ? (shown.get(one.size) ?? null) : null,
  }));
  return rows.map((row, index) => ({ ...row, growth: growthOf(row, rows[index - 1]) }));
}

function medianOf(figures: readonly CoreFigures[]): CoreFigures {
  const [first] = figures;
  if (first === undefined) throw new Error("nothing was measured");
  const of = (name: keyof CoreFigures) => median(figures.map((one) => one[name]));
  return { ...first, read: of("read"), assess: of("assess"), plan: of("plan"), memory: of("memory") };
}

function growthOf(row: CoreCase & CoreFigures, smaller: (CoreCase & CoreFigures) | undefined): number | null {
  const isSameWorld = smaller?.os === row.os && smaller.world === row.world;
  return isSameWorld ? row.assess / smaller.assess : null;
}

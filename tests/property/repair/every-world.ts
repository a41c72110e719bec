import fc from "fast-check";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import { printWorld } from "../worlds/print-world.ts";
import { worlds } from "../worlds/world.ts";
import { judge } from "./judged-world.ts";
import type { Law } from "./laws.ts";

/** Where a law broke first: enough to generate that world again. */
export interface Break {
  readonly seed: number;
  readonly path: string;
}

/** What a run over many worlds found. */
export interface Run<Name extends string> {
  readonly worlds: number;
  readonly seed: number;
  readonly seconds: number;
  readonly breaks: ReadonlyMap<Name, Break>;
}

/** How many worlds to try, from which seed on; `onProgress` hears now and then how many were tried and laws broken so far. */
interface RunOptions {
  readonly numRuns: number;
  readonly seed: number;
  readonly onProgress: (worlds: number, broken: number) => void;
}

const REPORT_EVERY = 50_000;
/** Worlds between two pauses, in which the test runner hears that this process lives. Each batch has a seed of its own. */
const BATCH = 5_000;

/**
 * Generates worlds of one system and holds each against all laws, so that a world is made and judged once for the six of
 * them. Keeps nothing but the place of the first world that breaks a law: memory stays the same over millions.
 */
export async function runEveryWorld<Name extends string>(
  os: OperatingSystem,
  laws: Readonly<Record<Name, Law>>,
  { numRuns, seed, onProgress }: RunOptions,
): Promise<Run<Name>> {
  const started = performance.now();
  const breaks = new Map<Name, Break>();
  const entries = Object.entries(laws) as [Name, Law][];
  let batchSeed = seed;
  for (let done = 0; done < numRuns; done += BATCH, batchSeed += 1) {
    let index = -1;
    const property = fc.property(worlds(os), (world) => {
      index += 1;
      const judged = judge(world);
      for (const [name, law] of entries) {
        if (!breaks.has(name) && law(judged).length > 0) breaks.set(name, { seed: batchSeed, path: String(index) });
      }
    });
    fc.assert(property, { numRuns: Math.min(BATCH, numRuns - done), seed: batchSeed });
    if ((done + BATCH) % REPORT_EVERY === 0) onProgress(done + BATCH, breaks.size);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { worlds: numRuns, seed, seconds: (performance.now() - started) / 1000, breaks };
}

/** Throws with the smallest world that can be found which breaks the law, starting from the one where it broke first. */
export function showBreak(os: OperatingSystem, law: Law, at: Break): void {
  const property = fc.property(worlds(os), (world) => {
    const complaints = law(judge(world));
    if (complaints.length > 0) throw new Error(`${complaints.join("\n")}\nin the world\n${printWorld(world)}`);
  });
  fc.assert(property, { ...at, numRuns: 1 });
}

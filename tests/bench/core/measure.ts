import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Capture } from "../../../shared/capture/capture.ts";
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import { assess } from "../../../shared/health/assess.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { planRepair } from "../../../shared/repair/plan.ts";
import type { OperatingSystem } from "../../../shared/snapshot/snapshot.ts";
import { machineIn } from "./worlds.ts";
import type { World } from "./worlds.ts";

/** One table to be judged. */
export interface CoreCase {
  readonly os: OperatingSystem;
  readonly world: World;
  /** Rows beside the usual few. */
  readonly size: number;
}

/** Times in milliseconds, each the median of the repetitions. */
export interface CoreFigures {
  readonly read: number;
  readonly assess: number;
  readonly plan: number;
  readonly findings: number;
  readonly steps: number;
  /** The most memory that this process has had, in MB. */
  readonly memory: number;
}

/** A large table takes longer than this in one repetition; of small ones many fit in. */
const ENOUGH_MILLISECONDS = 300;
const MOST_REPETITIONS = 25;

const identity = {
  ruleset: "bench",
  boot: "",
  sha256: (text: string) => createHash("sha256").update(text).digest("hex"),
};

/**
 * Reads a printed table as a capture's, judges it together with the rest of the machine, and plans; again and again
 * until that has taken `enough` milliseconds. `capture` has the tables with the texts in files, whose paths stand for them.
 */
export function measureCore({ os, world }: CoreCase, capture: Capture, enough = ENOUGH_MILLISECONDS): CoreFigures {
  const machine = machineIn(world, os, 0);
  const times = { read: [] as number[], assess: [] as number[], plan: [] as number[] };
  const start = performance.now();
  let counts = { findings: 0, steps: 0 };
  do {
    const { snapshot } = timed(times.read, () => snapshotOf(readTexts(capture)));
    const judged = { ...machine, routes: snapshot.routes };
    const assessment = timed(times.assess, () => assess(judged, EMPTY_HISTORY));
    const plan = timed(times.plan, () => planRepair(assessment, judged, identity));
    counts = { findings: assessment.findings.length, steps: plan.steps.length };
  } while (performance.now() - start < enough && times.read.length < MOST_REPETITIONS);
  const memory = process.resourceUsage().maxRSS / 1024;
  return { read: median(times.read), assess: median(times.assess), plan: median(times.plan), ...counts, memory };
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function readTexts(capture: Capture): Capture {
  const files = capture.files.map((file) => {
    const path = file.content.read ? file.content.text : "";
    return { ...file, content: { read: true as const, text: readFileSync(path, "utf8") } };
  });
  return { ...capture, files };
}

function timed<Result>(times: number[], work: () => Result): Result {
  const start = performance.now();
  const result = work();
  times.push(performance.now() - start);
  return result;
}

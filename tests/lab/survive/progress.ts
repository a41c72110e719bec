import { writeSync } from "node:fs";
import type { Chronicle } from "./chronicle.ts";

const EVERY_MS = 10_000;
const STANDARD_ERROR = 2;

/** Says now and then, on standard error, how far a soak is. */
export interface Progress {
  /** So many switches are done. */
  done(switches: number): void;
  end(): void;
}

/** Begins to say it: every ten seconds, after `beforeEach`. */
export function startProgress(switches: number, chronicle: Chronicle, beforeEach: () => void): Progress {
  const startedAt = performance.now();
  let done = 0;
  const tell = () => {
    beforeEach();
    say(`${done} of ${switches} switches, ${minutes(performance.now() - startedAt)}: ${summaryOf(chronicle)}`);
  };
  const timer = setInterval(tell, EVERY_MS);
  return {
    done: (count) => (done = count),
    end() {
      clearInterval(timer);
      tell();
    },
  };
}

/** One line, past what the test runner does with lines. */
export function say(text: string): void {
  writeSync(STANDARD_ERROR, `soak: ${text}\n`);
}

function summaryOf({ reports, kills, weights, faults }: Chronicle): string {
  const of = (kind: string) => reports.filter(({ report }) => report.kind === kind).length;
  const megabytes = ((weights.at(-1)?.residentKb ?? 0) / 1024).toFixed(0);
  const told = ["acted", "back", "gave-up", "refused"].map((kind) => `${of(kind)} ${kind}`);
  return `${told.join(", ")}, ${kills.length} kills, helper ${megabytes} MB, ${faults.length} faults`;
}

function minutes(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

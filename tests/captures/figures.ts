import type { TestContext } from "vitest";
import type { RecordedCapture } from "./recorded-captures.ts";

/** What the tests of recorded captures count, for the table at the end of `npm test` (scripts/test/figures.mjs). */
export interface Figures {
  readonly captures?: number;
  /** Rows that a plan would wrongly delete or replace, in whole and in damaged captures. */
  readonly wrongChanges?: number;
  readonly staleRoutes?: number;
  readonly staleRoutesNamed?: number;
  readonly labels?: number;
  readonly labelsAgreed?: number;
  readonly filesRemoved?: number;
  readonly pairsRemoved?: number;
  readonly shuffles?: number;
  readonly truncations?: number;
  readonly mutations?: number;
}

declare module "vitest" {
  interface TaskMeta {
    figures?: Figures & { readonly column: string };
  }
}

/** Folders below this number were handed to the project, those from it on it made itself. */
const FIRST_OWN = 200;

/** Notes what one test counted about one capture, before it is judged whether that is enough. */
export function noteFigures({ task }: Pick<TestContext, "task">, { name, capture }: RecordedCapture, figures: Figures): void {
  const origin = Number.parseInt(name, 10) < FIRST_OWN ? "given" : "own";
  task.meta.figures = { ...figures, column: `${capture.os}, ${origin}` };
}

import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import type { Capture, CaptureFile } from "../../../shared/capture/capture.ts";
import { assess } from "../../../shared/health/assess.ts";
import type { Assessment } from "../../../shared/health/finding.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import type { Plan } from "../../../shared/repair/plan-model.ts";
import { planRepair } from "../../../shared/repair/plan.ts";
import type { Step } from "../../../shared/repair/step.ts";
import type { Snapshot } from "../../../shared/snapshot/snapshot.ts";

/** A capture with all that the product says of it. */
export interface JudgedCapture {
  readonly capture: Capture;
  readonly snapshot: Snapshot;
  readonly assessment: Assessment;
  readonly plan: Plan;
  /** The steps that are taken unless the user says otherwise. */
  readonly selected: readonly Step[];
}

/** Reads and judges a capture as `holdfast diagnose` does; the text itself stands for its hash. Must never throw. */
export function judgeCapture(capture: Capture): JudgedCapture {
  const { snapshot } = snapshotOf(capture);
  const assessment = assess(snapshot, EMPTY_HISTORY);
  const plan = planRepair(assessment, snapshot, { ruleset: "test", boot: "", sha256: (text) => text });
  const selected = plan.steps.flatMap((planned) => (planned.selected ? [planned.step] : []));
  return { capture, snapshot, assessment, plan, selected };
}

/** The text of a file that was read; none otherwise. */
export function textOf({ content }: CaptureFile): string {
  return content.read ? content.text : "";
}

/** The capture with another text in one of its files. */
export function withText(capture: Capture, name: string, text: string): Capture {
  const files = capture.files.map((file) => (file.name === name ? { ...file, content: { read: true as const, text } } : file));
  return { ...capture, files };
}

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { assess } from "../../shared/health/assess.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import { planRepair } from "../../shared/repair/plan.ts";
import { satisfies } from "./labels.ts";
import { recordedCaptures } from "./recorded-captures.ts";
import type { RecordedCapture } from "./recorded-captures.ts";

const identity = { ruleset: "test", boot: "", sha256: (text: string) => createHash("sha256").update(text).digest("hex") };

function judge({ capture }: RecordedCapture) {
  const { snapshot } = snapshotOf(capture);
  const assessment = assess(snapshot, EMPTY_HISTORY);
  return { snapshot, assessment, plan: planRepair(assessment, snapshot, identity) };
}

/** Destinations that a selected step would delete. */
function deletions(recorded: RecordedCapture): string[] {
  return judge(recorded).plan.steps.flatMap(({ selected, step }) => (selected && step.op === "delete-route" ? [step.route.destination] : []));
}

const judged = recordedCaptures().filter(({ expected }) => !expected.gallery);

describe("recorded captures", () => {
  it.each(judged)("$name: nothing is deleted that is not stale", (recorded) => {
    const stale = recorded.expected.stale.map(({ cidr }) => cidr);
    expect(deletions(recorded).filter((destination) => !stale.includes(destination))).toEqual([]);
  });

  it.each(judged.filter(({ expected }) => expected.stale.length > 0))("$name: every stale route is named", (recorded) => {
    const named = judge(recorded).assessment.findings.flatMap(({ route }) => (route === null ? [] : [`${route.destination} ${route.interface}`]));
    for (const { cidr, interface: name } of recorded.expected.stale) expect(named).toContain(`${cidr} ${name}`);
  });

  it.each(judged)("$name: $expected.diagnosis", (recorded) => {
    const { assessment } = judge(recorded);
    const stale = recorded.expected.stale.map(({ cidr }) => cidr);
    const labels = [recorded.expected.diagnosis, ...recorded.expected.acceptableDiagnoses];
    const said = assessment.findings.map(({ id, certainty, severity }) => `${id} (${certainty}, ${severity})`);
    expect(labels.some((label) => satisfies(label, assessment, stale)), `${assessment.state}: ${said.join("; ")}`).toBe(true);
  });
});

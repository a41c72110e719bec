import { describe, expect, it } from "vitest";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import type { Capture } from "../../shared/capture/capture.ts";
import { assess, everyFinding } from "../../shared/health/assess.ts";
import { factsOf } from "../../shared/health/facts.ts";
import type { Finding } from "../../shared/health/finding.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import { planRepair } from "../../shared/repair/plan.ts";
import { routeKey } from "../../shared/snapshot/route.ts";
import { planIdentity } from "../support/plan-identity.ts";
import { recordedCaptures } from "./recorded-captures.ts";

const judged = recordedCaptures().filter(({ expected }) => !expected.gallery);
const CERTAINTIES = ["suspected", "likely", "proven"];

/** The same machine seen with one file less, for each file; and by its routing tables alone. */
function poorer(capture: Capture): Capture[] {
  const without = capture.files.map((file) => ({ ...capture, files: capture.files.filter((other) => other !== file) }));
  const tables = capture.files.filter(({ source }) => /netstat -r|route show/.test(source));
  return [...without, { ...capture, files: tables }];
}

/** What a finding is about: another rule may speak of the same route when less is known, never of another route. */
const subject = ({ id, route }: Finding) => (route === null ? id : routeKey(route));
const findings = (capture: Capture) => everyFinding(factsOf(snapshotOf(capture).snapshot, EMPTY_HISTORY));

function changedRoutes(capture: Capture): string[] {
  const { snapshot } = snapshotOf(capture);
  const { steps } = planRepair(assess(snapshot, EMPTY_HISTORY), snapshot, planIdentity);
  return steps.flatMap(({ selected, step }) => (selected && "route" in step ? [`${step.op} ${step.route.destination}`] : []));
}

describe("with less to go by", () => {
  it.each(judged)("$name: nothing is found that was not, or with more certainty", ({ capture }) => {
    const full = findings(capture);
    for (const less of poorer(capture)) {
      for (const finding of findings(less)) {
        const known = full.filter((other) => subject(other) === subject(finding));
        const most = Math.max(-1, ...known.map(({ certainty }) => CERTAINTIES.indexOf(certainty)));
        expect(most, `${finding.id} ${subject(finding)}`).toBeGreaterThanOrEqual(CERTAINTIES.indexOf(finding.certainty));
      }
    }
  });

  it.each(judged)("$name: no row is changed that would not be", ({ capture, expected }) => {
    const allowed = new Set(expected.stale.map(({ cidr }) => cidr));
    const known = new Set(changedRoutes(capture));
    for (const change of poorer(capture).flatMap(changedRoutes)) {
      const isOfStaleRow = allowed.has(change.split(" ")[1] ?? "");
      expect(known.has(change) || isOfStaleRow, change).toBe(true);
    }
  });
});

import { describe, expect, it } from "vitest";
import type { Capture } from "../../shared/capture/capture.ts";
import { everyFinding } from "../../shared/health/assess.ts";
import { factsOf } from "../../shared/health/facts.ts";
import type { Finding } from "../../shared/health/finding.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import { routeKey } from "../../shared/snapshot/route.ts";
import { judgeCapture } from "./damage/judged-capture.ts";
import type { JudgedCapture } from "./damage/judged-capture.ts";
import { changesOfGoodRows } from "./damage/wrong-changes.ts";
import { noteFigures } from "./figures.ts";
import { recordedCaptures } from "./recorded-captures.ts";

const judged = recordedCaptures().filter(({ expected }) => !expected.gallery);
const CERTAINTIES = ["suspected", "likely", "proven"];

const without = (capture: Capture, gone: readonly string[]) =>
  judgeCapture({ ...capture, files: capture.files.filter(({ name }) => !gone.includes(name)) });

/** The same machine seen with one file less, for each file; and by its routing tables alone. */
function withOneLess(capture: Capture): JudgedCapture[] {
  const beside = capture.files.filter(({ source }) => !/netstat -r|route show/.test(source));
  return [...capture.files.map(({ name }) => without(capture, [name])), without(capture, beside.map(({ name }) => name))];
}

/** The same machine seen with two files less, for each pair. */
function withTwoLess(capture: Capture): JudgedCapture[] {
  return capture.files.flatMap((one, index) =>
    capture.files.slice(index + 1).map((other) => without(capture, [one.name, other.name])),
  );
}

const findingsOf = ({ snapshot }: JudgedCapture) => everyFinding(factsOf(snapshot, EMPTY_HISTORY));

/**
 * What a finding is about: another rule may speak of the same route when less is known, never of another route; and that
 * there is no usable default is said by two rules.
 */
function subject({ id, route }: Finding): string {
  if (id.startsWith("default-route-")) return `default ${route?.family ?? "inet"}`;
  return route === null ? id : routeKey(route);
}

/** What is found with less that was not found with all, or with less certainty. */
function grown(less: JudgedCapture, whole: JudgedCapture): string[] {
  const known = findingsOf(whole);
  return findingsOf(less)
    .filter((finding) => {
      const same = known.filter((other) => subject(other) === subject(finding));
      return !same.some(({ certainty }) => CERTAINTIES.indexOf(certainty) >= CERTAINTIES.indexOf(finding.certainty));
    })
    .map((finding) => `${finding.certainty} ${finding.id} ${subject(finding)}`);
}

describe.each([
  ["one file", withOneLess, "filesRemoved"],
  ["two files", withTwoLess, "pairsRemoved"],
] as const)("with %s less to go by", (_count, poorer, figure) => {
  it.for(judged)("$name: nothing is found that was not, or with more certainty, and no good row is changed", (recorded, context) => {
    const whole = judgeCapture(recorded.capture);
    const all = poorer(recorded.capture);
    const wrong = all.flatMap((less) => changesOfGoodRows(less, recorded));
    noteFigures(context, recorded, { [figure]: all.length, wrongChanges: wrong.length });
    expect(all.flatMap((less) => grown(less, whole))).toEqual([]);
    expect(wrong).toEqual([]);
  });
});

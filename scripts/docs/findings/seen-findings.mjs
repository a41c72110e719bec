// @ts-check
import { snapshotOf } from "../../../shared/capture/snapshot-of.ts";
import { assess } from "../../../shared/health/assess.ts";
import { CATALOGUE } from "../../../shared/health/catalogue.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { recordedCaptures } from "../../../tests/captures/recorded-captures.ts";
import { BEYOND_CAPTURES, EXAMPLES } from "./beyond-captures.mjs";

/**
 * @typedef {import("../../../shared/health/finding.ts").Finding} Finding
 * @typedef {import("../../../shared/health/finding.ts").FindingId} FindingId
 * @typedef {import("../../../shared/repair/step.ts").Step} Step
 * @typedef {import("../../../shared/snapshot/coded-text.ts").CodedText} CodedText
 * @typedef {import("../../../shared/snapshot/snapshot.ts").OperatingSystem} OperatingSystem
 */

/**
 * What one finding of the catalogue looks like on recorded machines; each with the first example of it.
 *
 * @typedef {object} SeenFinding
 * @property {FindingId} id
 * @property {readonly FindingId[]} hiddenBy
 * @property {ReadonlySet<OperatingSystem>} systems
 * @property {ReadonlySet<string>} verdicts `error proven`
 * @property {ReadonlyMap<string, CodedText["args"]>} texts arguments by context (`""` without one)
 * @property {ReadonlyMap<string, CodedText["args"]>} evidence arguments by code
 * @property {ReadonlyMap<string, readonly Step[]>} repairs by their operations; none that is empty
 */

/** @returns {SeenFinding[]} every finding of the catalogue, in its order */
export function seenFindings() {
  const found = recordedCaptures().flatMap(({ capture }) => {
    const { snapshot } = snapshotOf(capture);
    return assess(snapshot, EMPTY_HISTORY).findings.map((finding) => ({ finding, os: snapshot.os }));
  });
  // What shows one finding elsewhere is an example for another one.
  const examples = firstOf(found, evidenceOf);
  return CATALOGUE.map(({ id, dependsOn, yieldsTo = [] }) => {
    const own = found.filter(({ finding }) => finding.id === id);
    const { systems = [], verdicts = [], evidence = [] } = BEYOND_CAPTURES[id] ?? {};
    return {
      id,
      hiddenBy: [...dependsOn, ...yieldsTo],
      systems: new Set([...own.map(({ os }) => os), ...systems]),
      verdicts: new Set([...own.map(({ finding }) => `${finding.severity} ${finding.certainty}`), ...verdicts]),
      texts: firstOf(own, ({ args }) => [[String(args["context"] ?? ""), args]]),
      evidence: new Map([
        ...evidence.map((code) => /** @type {const} */ ([code, examples.get(code) ?? EXAMPLES[code] ?? {}])),
        ...firstOf(own, evidenceOf),
      ]),
      repairs: firstOf(own, ({ repair }) => (repair.length === 0 ? [] : [[operationsOf(repair), repair]])),
    };
  });
}

/** @param {Finding} finding @returns {(readonly [string, CodedText["args"]])[]} */
const evidenceOf = ({ evidence }) => evidence.map(({ code, args }) => [code, args]);

/** @param {readonly Step[]} steps */
const operationsOf = (steps) => [...new Set(steps.map(({ op }) => op))].join(" ");

/**
 * @template Value
 * @param {readonly { finding: Finding }[]} found
 * @param {(finding: Finding) => (readonly [string, Value])[]} entriesOf
 * @returns {Map<string, Value>} of those with the same name the first
 */
function firstOf(found, entriesOf) {
  return new Map(found.flatMap(({ finding }) => entriesOf(finding)).toReversed());
}

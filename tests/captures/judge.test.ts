import { describe, expect, it } from "vitest";
import { judgeCapture } from "./damage/judged-capture.ts";
import { changesOfGoodRows } from "./damage/wrong-changes.ts";
import { noteFigures } from "./figures.ts";
import { satisfies } from "./labels.ts";
import { recordedCaptures } from "./recorded-captures.ts";

const judged = recordedCaptures().filter(({ expected }) => !expected.gallery);
const withStaleRoutes = judged.filter(({ expected }) => expected.stale.length > 0);

/** Captures whose evidence cannot show every stale route, and why. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  "563-linux-vti-left-after-strongswan":
    "only the kernel's IPsec states tell a closed vti from an open one; Holdfast does not read them, for their list holds the keys",
  "564-linux-text-only-pin-on-wrong-interface":
    "`ip route` shows the table `main` alone; the router may be behind a row of another one",
};

describe("recorded captures", () => {
  it.for(judged)("$name: no row is deleted or replaced that is not stale", (recorded, context) => {
    const wrong = changesOfGoodRows(judgeCapture(recorded.capture), recorded);
    noteFigures(context, recorded, { captures: 1, wrongChanges: wrong.length });
    expect(wrong).toEqual([]);
  });

  it.for(withStaleRoutes)("$name: every stale route is named that its evidence can show", (recorded, context) => {
    const { findings } = judgeCapture(recorded.capture).assessment;
    const named = new Set(findings.map(({ route }) => `${route?.destination} ${route?.interface}`));
    const stale = recorded.expected.stale.map(({ cidr, interface: name }) => `${cidr} ${name}`);
    const found = stale.filter((row) => named.has(row));
    noteFigures(context, recorded, { staleRoutes: stale.length, staleRoutesNamed: found.length });
    expect(found).toEqual(recorded.name in NOT_SHOWN ? [] : stale);
  });

  it.for(judged)("$name: $expected.diagnosis", (recorded, context) => {
    const { assessment } = judgeCapture(recorded.capture);
    const stale = recorded.expected.stale.map(({ cidr }) => cidr);
    const labels = [recorded.expected.diagnosis, ...recorded.expected.acceptableDiagnoses];
    const agrees = labels.some((label) => satisfies(label, assessment, stale));
    noteFigures(context, recorded, { labels: 1, labelsAgreed: agrees ? 1 : 0 });
    const said = assessment.findings.map(({ id, certainty, severity }) => `${id} (${certainty}, ${severity})`);
    expect(agrees, `${assessment.state}: ${said.join("; ")}`).toBe(true);
  });
});

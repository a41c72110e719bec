import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findingsPage } from "../../../scripts/docs/findings/findings-page.mjs";
import { seenFindings } from "../../../scripts/docs/findings/seen-findings.mjs";
import { everyFinding } from "../../../shared/health/assess.ts";
import { CATALOGUE } from "../../../shared/health/catalogue.ts";
import { factsOf } from "../../../shared/health/facts.ts";
import type { Finding } from "../../../shared/health/finding.ts";
import { EMPTY_HISTORY } from "../../../shared/history/history.ts";
import { remember } from "../../../shared/history/remember.ts";
import { assess } from "../../../shared/health/assess.ts";
import enFindings from "../../../shared/locales/en/findings.json" with { type: "json" };
import { movesBetweenSameSubnets } from "../../property/worlds/same-subnets.ts";
import { worlds } from "../../property/worlds/world.ts";

/** The same machines in every run: what they show changes only when somebody changes the rules or the generators. */
const SAMPLE = { seed: 1, numRuns: 400 };
const SYSTEMS = ["darwin", "linux"] as const;

const documented = new Map(seenFindings().map((finding) => [finding.id, finding]));

function findingsOfGeneratedMachines(): Finding[] {
  const still = SYSTEMS.flatMap((os) => fc.sample(worlds(os), SAMPLE));
  const moved = SYSTEMS.flatMap((os) => fc.sample(movesBetweenSameSubnets(os), SAMPLE));
  return [
    ...still.flatMap((world) => everyFinding(factsOf(world.snapshot, world.history))),
    ...moved.flatMap(({ before, now }) => {
      const history = before.reduce((past, look) => remember(past, look, assess(look, past), null), EMPTY_HISTORY);
      return everyFinding(factsOf(now, history));
    }),
  ];
}

describe("the page of findings", () => {
  const pages = [findingsPage("en"), findingsPage("zh-CN")];
  const found = findingsOfGeneratedMachines();

  it("has every finding of the catalogue, in both languages, under its id", () => {
    for (const page of pages) expect(CATALOGUE.filter(({ id }) => !page.includes(`<a id="${id}"></a>`))).toEqual([]);
  });

  it("shows every wording, with nothing left open", () => {
    const keys = Object.values(enFindings).flatMap((texts) => Object.keys(texts));
    const wordings = keys.filter((key) => key.startsWith("text"));
    for (const page of pages) {
      expect(page.match(/^> /gm)).toHaveLength(wordings.length);
      expect(page).not.toMatch(/\{\{|\$t\(|undefined/);
    }
  });

  it("names all that shows a finding on generated machines", () => {
    expect(found.length).toBeGreaterThan(500);
    const missing = found.flatMap(({ id, evidence }) =>
      evidence
        .filter(({ code }) => documented.get(id)?.evidence.has(code) !== true)
        .map(({ code }) => `${id}: ${code}`),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  it("tells how bad and how certain a finding can be on generated machines", () => {
    const missing = found.flatMap(({ id, severity, certainty }) =>
      documented.get(id)?.verdicts.has(`${severity} ${certainty}`) === true ? [] : [`${id}: ${severity} ${certainty}`],
    );
    expect([...new Set(missing)]).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { soakPlan } from "./plan.ts";

const TWICE = ["cut-off", "reconnected", "cut-off", "reconnected"];
const SEEDS = Array.from({ length: 50 }, (_, index) => index);

describe("the plan of a soak", () => {
  it("follows from the seed alone", () => {
    expect(soakPlan(100, 7)).toEqual(soakPlan(100, 7));
    expect(soakPlan(100, 7)).not.toEqual(soakPlan(100, 8));
  });

  it.each([15, 100, 1_000])("of %i switches has all faults, and no two that last at once", (switches) => {
    for (const seed of SEEDS) {
      const plan = soakPlan(switches, seed);
      expect(plan).toHaveLength(switches);
      expect(new Set(plan.flatMap(({ kill }) => kill?.who ?? []))).toEqual(new Set(["app", "helper"]));
      expect(plan.flatMap(({ server }) => server ?? [])).toEqual(TWICE);
      let isCutOff = false;
      for (const { server, how } of plan) {
        if (server !== null) isCutOff = server === "cut-off";
        if (isCutOff) expect(how).toBeTypeOf("string");
      }
    }
  });

  it("cuts the server off for a minute twice when there is time for that", () => {
    const plan = soakPlan(1_000, 1);
    const first = plan.findIndex(({ server }) => server === "cut-off");
    const last = plan.findIndex(({ server }) => server === "reconnected");
    const cutOffFor = plan.slice(first + 1, last + 1).reduce((sum, { pauseMs }) => sum + pauseMs, 0);
    expect(cutOffFor).toBeGreaterThanOrEqual(60_000);
    expect(cutOffFor).toBeLessThan(66_000);
  });
});

import { describe, expect, it } from "vitest";
import { canonicalText } from "../../../shared/repair/canonical-text.ts";
import { planDigest, stepId } from "../../../shared/repair/digest.ts";
import type { PlannedStep } from "../../../shared/repair/plan-model.ts";
import type { Step } from "../../../shared/repair/step.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import { darwinRoute } from "../../support/example-route.ts";
import { planIdentity } from "../../support/plan-identity.ts";

const step = (route: Partial<Route> = {}): Step => ({ op: "delete-route", route: darwinRoute(route) });
const planned = (one: Step, changes: Partial<PlannedStep> = {}): PlannedStep => ({
  id: stepId(one, planIdentity.sha256),
  finding: "gateway-pin-stale",
  certainty: "proven",
  selected: true,
  step: one,
  inverse: null,
  ...changes,
});
const digest = (...steps: PlannedStep[]) => planDigest(steps, planIdentity);

describe("the digest of a plan", () => {
  const changes: Partial<Route>[] = [
    { family: "inet6" },
    { destination: "222.66.117.110/32" },
    { gateway: "10.51.0.2" },
    { interface: "en1" },
    { interface: null },
    { type: "blackhole" },
    { source: "10.51.23.7" },
    { table: "52" },
    { metric: 0 },
    { protocol: "static" },
    { scope: "link" },
    { scoped: true },
    { host: false },
    { flags: ["U"] },
    { linkAddress: "a2:1d:47:c0:3b:9e" },
    { metrics: { mtu: 1300 } },
    { preference: "low" },
    { multipath: true },
    { unmodelled: ["encap"] },
  ];

  it("is another one when any field of a row differs", () => {
    const all = [digest(planned(step())), ...changes.map((change) => digest(planned(step(change))))];
    expect(new Set(all).size).toBe(changes.length + 1);
    expect(Object.keys(darwinRoute()).toSorted()).toEqual(
      [...new Set(changes.flatMap((change) => Object.keys(change)))].toSorted(),
    );
  });

  it("is another one for another operation, reason, number of steps, program or boot", () => {
    const one = planned(step());
    const others = [
      digest(planned({ op: "add-route", route: darwinRoute() })),
      digest(planned(step(), { finding: "gateway-route-unreachable" })),
      digest(one, planned(step({ destination: "203.0.113.9/32" }))),
      digest(),
      planDigest([one], { ...planIdentity, ruleset: "other" }),
      planDigest([one], { ...planIdentity, boot: "other" }),
    ];
    expect(new Set([digest(one), ...others]).size).toBe(others.length + 1);
  });

  it("does not depend on the order of the steps or of the fields", () => {
    const a = planned(step());
    const b = planned(step({ destination: "203.0.113.9/32" }));
    expect(digest(a, b)).toBe(digest(b, a));
    const turned = Object.fromEntries(Object.entries(darwinRoute()).toReversed());
    expect(stepId({ op: "delete-route", route: turned as Route }, planIdentity.sha256)).toBe(a.id);
  });

  it("does not depend on what the user chose", () => {
    expect(digest(planned(step(), { selected: false }))).toBe(digest(planned(step())));
  });
});

describe("canonical text", () => {
  it("sorts keys at every depth, keeps the order of lists, and leaves out what is undefined", () => {
    expect(canonicalText({ b: [2, { d: 1, c: null }], a: undefined })).toBe('{"b":[2,{"c":null,"d":1}]}');
  });

  it("keeps texts apart that only look alike", () => {
    expect(canonicalText(["a,b"])).not.toBe(canonicalText(["a", "b"]));
    expect(canonicalText("1")).not.toBe(canonicalText(1));
  });
});

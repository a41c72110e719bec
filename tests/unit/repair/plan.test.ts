import { describe, expect, it } from "vitest";
import { recogniseClients } from "../../../shared/clients/recognise.ts";
import type { Assessment, Finding } from "../../../shared/health/finding.ts";
import { planRepair } from "../../../shared/repair/plan.ts";
import type { Step } from "../../../shared/repair/step.ts";
import { darwinRoute } from "../../support/example-route.ts";
import { HOTSPOT } from "../../support/machine-rows.ts";
import { card, running, snapshotOfMachine } from "../../support/machine.ts";
import { planIdentity } from "../../support/plan-identity.ts";

const stale = darwinRoute();
const other = darwinRoute({ destination: "203.0.113.20/32" });
const working = darwinRoute({ destination: "203.0.113.77/32", gateway: "172.20.10.9" });
const oldDefault = darwinRoute({ destination: "0.0.0.0/0", gateway: "10.51.0.1", host: false });
const openconnect = running("openconnect -b 222.66.117.109");
const snapshot = snapshotOfMachine("darwin", {
  interfaces: [card("en0", ["172.20.10.2/28"])],
  routes: [...HOTSPOT.slice(1), stale, other, working, oldDefault],
  processes: [openconnect],
  stateFiles: [{ path: "/var/run/vpnc/defaultroute.99", kind: "default-route", pid: 99, content: null }],
});

const remove = (route: typeof stale): Step => ({ op: "delete-route", route });
const move = (route: typeof stale): Step => ({
  op: "replace-route",
  route,
  replacement: { ...route, gateway: "172.20.10.1" },
});
const nudge: Step = {
  op: "nudge-client",
  client: "openconnect",
  pid: 4711,
  startedAt: openconnect.startedAt,
  signal: "SIGUSR2",
};
const file: Step = { op: "remove-state-file", path: "/var/run/vpnc/defaultroute.99", pid: 99 };

function finding(id: Finding["id"], repair: Step[], certainty: Finding["certainty"] = "proven"): Finding {
  return { id, severity: "error", certainty, route: null, client: null, evidence: [], args: {}, repair };
}

function planFor(...findings: Finding[]) {
  const assessment: Assessment = {
    state: "broken",
    network: null,
    clients: recogniseClients(snapshot),
    findings,
    unobserved: [],
  };
  return planRepair(assessment, snapshot, planIdentity);
}

const operations = (...findings: Finding[]) => planFor(...findings).steps.map(({ step }) => step.op);

describe("a plan", () => {
  it("puts the default right first, then other routes, then files, and nudges last", () => {
    const plan = planFor(
      finding("client-residue", [file]),
      finding("gateway-pin-stale", [nudge, move(stale)]),
      finding("gateway-pin-stale", [remove(other)]),
      finding("default-route-stale", [move(oldDefault)]),
    );
    const text = plan.steps.map(({ step }) => ("route" in step ? `${step.op} ${step.route.destination}` : step.op));
    expect(text).toEqual([
      "replace-route 0.0.0.0/0",
      "replace-route 222.66.117.109/32",
      "delete-route 203.0.113.20/32",
      "remove-state-file",
      "nudge-client",
    ]);
  });

  it("takes a step once, for the stronger of two reasons", () => {
    const twice = [
      finding("gateway-pin-stale", [remove(stale)]),
      finding("gateway-route-unreachable", [remove(stale)], "suspected"),
    ];
    expect(planFor(...twice).steps).toMatchObject([{ finding: "gateway-pin-stale", selected: true }]);
  });

  it("takes a step once, whoever asks for it", () => {
    expect(
      operations(finding("gateway-pin-stale", [remove(stale)]), finding("gateway-route-unreachable", [remove(stale)])),
    ).toEqual(["delete-route"]);
  });

  it("offers what is only suspected, and selects the rest", () => {
    const plan = planFor(
      finding("gateway-route-unreachable", [remove(other)], "suspected"),
      finding("gateway-pin-stale", [remove(stale)], "likely"),
    );
    expect(plan.steps.map(({ finding: id, selected }) => [id, selected])).toEqual(
      expect.arrayContaining([
        ["gateway-route-unreachable", false],
        ["gateway-pin-stale", true],
      ]),
    );
  });

  it("leaves out what the veto refuses", () => {
    expect(operations(finding("gateway-pin-stale", [remove(working)]))).toEqual([]);
  });

  it("never nudges a client whose route it may not put right", () => {
    expect(operations(finding("gateway-pin-stale", [move(working), nudge]))).toEqual([]);
    expect(operations(finding("tunnel-dead", [nudge]))).toEqual(["nudge-client"]);
  });

  it("carries the inverse of each step, where there is one", () => {
    const steps = planFor(finding("gateway-pin-stale", [move(stale), nudge])).steps;
    expect(steps.map(({ inverse }) => inverse?.op ?? null)).toEqual(["replace-route", null]);
  });

  it("is empty for a healthy machine, with a digest of its own", () => {
    const plan = planFor();
    expect(plan.steps).toEqual([]);
    expect(plan.digest).toMatch(/^[0-9a-f]{64}$/);
  });
});

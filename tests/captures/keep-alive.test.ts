import { describe, expect, it } from "vitest";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { factsOf } from "../../shared/health/facts.ts";
import { EMPTY_HISTORY } from "../../shared/history/history.ts";
import { advance } from "../../shared/keep-alive/advance.ts";
import { NOTHING_KEPT } from "../../shared/keep-alive/memory.ts";
import { recordedCaptures } from "./recorded-captures.ts";

const verdictOn = (capture: Parameters<typeof snapshotOf>[0]) => {
  const facts = factsOf(snapshotOf(capture).snapshot, EMPTY_HISTORY);
  return { facts, ...advance(NOTHING_KEPT, { facts, received: new Map(), since: 0, now: 0 }) };
};

describe("keep-alive on every recorded machine", () => {
  it.each(recordedCaptures().map((one) => [one.name, one] as const))("acts only on proof, for openconnect alone: %s", (_name, { capture }) => {
    const { actions, memory, facts } = verdictOn(capture);
    for (const { client, certainty, repair } of actions) {
      expect(client).toMatchObject({ kind: "openconnect", managedBy: null, alive: true });
      expect(certainty).toBe("proven");
      expect(repair.map(({ op }) => op).filter((op) => op === "nudge-client").length).toBeLessThanOrEqual(1);
      for (const step of repair) expect(["add-route", "replace-route", "delete-route", "nudge-client"]).toContain(step.op);
    }
    const kept = [...memory.values()].map(({ client }) => client);
    for (const { kind, interface: name } of kept) {
      expect(kind).toBe("openconnect");
      expect(facts.interfaces.get(name)?.up).toBe(true);
    }
  });

  it("acts on some of them", () => {
    expect(recordedCaptures().filter(({ capture }) => verdictOn(capture).actions.length > 0).length).toBeGreaterThan(3);
  });
});

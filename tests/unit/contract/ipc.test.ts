import { describe, expect, expectTypeOf, it } from "vitest";
import { createClient } from "../../../shared/contract/client.ts";
import type { Client, Handlers } from "../../../shared/contract/ipc.ts";
import { DONE, failed } from "../../../shared/contract/result.ts";
import { viewStateOf } from "../../../electron/main/view-state-of.ts";
import { bridgeDouble } from "../../support/bridge-double.ts";
import type { BridgeDouble } from "../../support/bridge-double.ts";
import { modelAfter, recordedSnapshot } from "../../support/judged.ts";

const DIGEST = "a".repeat(64);

function clientOf(double: BridgeDouble, badPushes: string[] = []): Client {
  return createClient(double.bridge, (name) => badPushes.push(name));
}

describe("a call", () => {
  it("reaches its handler with its request and brings back the answer", async () => {
    const double = bridgeDouble();
    expect(await clientOf(double).repair({ digest: DIGEST, steps: [DIGEST] })).toEqual(DONE);
    expect(double.calls).toEqual([{ name: "repair", request: { digest: DIGEST, steps: [DIGEST] } }]);
  });

  it("brings back an error as a code with arguments", async () => {
    const double = bridgeDouble({ undo: async () => failed("txn-closed", { transaction: "b" }) });
    expect(await clientOf(double).undo({ transaction: "b".repeat(32) })).toEqual({
      ok: false,
      error: { code: "txn-closed", args: { transaction: "b" } },
    });
  });

  it.each([
    ["a step that is no id", { digest: DIGEST, steps: ["../.."] }],
    ["no step at all", { digest: DIGEST, steps: [] }],
    ["one key too many", { digest: DIGEST, steps: [DIGEST], force: true }],
    ["no digest", { steps: [DIGEST] }],
  ])("with %s is refused before it reaches its handler", async (_what, request) => {
    const double = bridgeDouble();
    expect(await double.bridge.repair(request)).toEqual(failed("invalid-request", { call: "repair" }));
    expect(double.calls).toEqual([]);
  });

  it("whose answer does not fit the contract ends as an error, not as a value", async () => {
    const double = bridgeDouble({ look: (async () => ({ ok: true, value: "yes" })) as unknown as Handlers["look"] });
    expect(await clientOf(double).look(null)).toEqual(failed("invalid-response", { call: "look" }));
  });
});

// Checked by the compiler alone: handlers without one of the contract's calls are no handlers.
expectTypeOf<Omit<Handlers, "undo">>().not.toExtend<Handlers>();

describe("a push", () => {
  const state = viewStateOf(modelAfter(recordedSnapshot("05-third-state-stale-pin")), 1);

  it("is delivered whole until its subscription ends", () => {
    const double = bridgeDouble();
    const received: unknown[] = [];
    const end = clientOf(double).onViewState((view) => received.push(view));
    double.push("viewState", state);
    end();
    double.push("viewState", { ...state, sequence: 2 });
    expect(received).toEqual([state]);
  });

  it("that does not fit the contract cannot be sent", () => {
    const broken = { ...state, activity: "sleeping" } as unknown as typeof state;
    expect(() => bridgeDouble().push("viewState", broken)).toThrow(/sleeping/);
  });

  it("that does not fit the contract and was sent all the same is reported and not delivered", () => {
    const double = bridgeDouble();
    const received: unknown[] = [];
    const bad: string[] = [];
    clientOf(double, bad).onReveal((push) => received.push(push));
    double.pushUnchecked("reveal", { finding: "no-such-finding" });
    expect([received, bad]).toEqual([[], ["reveal"]]);
  });
});

import { describe, expect, it } from "vitest";
import type { HelperConnection } from "../../../electron/helper-client/helper-connection.ts";
import { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";
import { createModel, shownPlan } from "../../../electron/main/model.ts";
import type { Model, ModelStore } from "../../../electron/main/model.ts";
import { createRepairer } from "../../../electron/main/repair/repairer.ts";
import { DONE, failed } from "../../../shared/contract/result.ts";
import type { Plan } from "../../../shared/repair/plan-model.ts";
import { simulate } from "../../../shared/repair/simulate.ts";
import { codedText } from "../../../shared/snapshot/coded-text.ts";
import { judged, modelAfter, recordedSnapshot } from "../../support/judged.ts";

const TRANSACTION = "c".repeat(32);
const stale = modelAfter(recordedSnapshot("05-third-state-stale-pin"));
const plan = planOf(stale);
const chosen = plan.steps.map(({ id }) => id);

function planOf(model: Model): Plan {
  const shown = shownPlan(model);
  if (shown === null) throw new Error("the recorded machine was looked at");
  return shown;
}

interface Scene {
  /** What the helper answers; what is left out works, with the plan that the app shows. */
  readonly helper?: Partial<HelperConnection>;
  readonly connect?: () => Promise<HelperConnection>;
  /** Whether the machine is repaired when the app looks again. */
  readonly isRepaired?: boolean;
  readonly model?: Model;
}

/** An app with a stale pin on the screen, and a helper in memory. */
function scene({ helper = {}, connect, isRepaired = true, model: start = stale }: Scene = {}) {
  const model: ModelStore = createModel(start);
  model.setState(start);
  const log: string[] = [];
  const unused = () => Promise.reject(new Error("not asked for"));
  const connection: HelperConnection = {
    hello: { helper: "0", protocol: [1, 1], ruleset: "0".repeat(64), os: "darwin", boot: "", mode: "child", uid: 0 },
    mismatch: null,
    status: unused,
    journal: unused,
    keepAlive: unused,
    plan: async () => ({ digest: plan.digest, entries: plan.steps, skipped: [] }),
    apply: async (digest, only = []) => {
      log.push(`apply ${digest === plan.digest} ${only.join() === chosen.join()}`);
      return { txn: TRANSACTION, done: only.length, failed: [], left: 0 };
    },
    undo: async (transaction) => (log.push(`undo ${transaction}`), { restored: 1, skipped: [] }),
    close: async () => void log.push("close"),
    ...helper,
  };
  const repairer = createRepairer({
    model,
    connect: connect ?? (async () => connection),
    look: async () => {
      log.push("look");
      const steps = plan.steps.map(({ step }) => step);
      const repaired = simulate(recordedSnapshot("05-third-state-stale-pin"), steps);
      if (isRepaired) model.setState({ observation: judged(repaired) });
    },
    onMistake: (error) => codedText("internal", { log: String(error) }),
  });
  return { model, repairer, log };
}

describe("a repair", () => {
  it("applies what was confirmed, looks again, and says that it is verified", async () => {
    const { model, repairer, log } = scene();
    expect(await repairer.repair({ digest: plan.digest, steps: chosen })).toEqual(DONE);
    expect(log).toEqual(["apply true true", "look", "close"]);
    expect(model.getState()).toMatchObject({
      activity: "idle",
      outcome: { kind: "applied", transaction: TRANSACTION, failed: [], verdict: "verified" },
    });
  });

  it("is not called verified when the next look finds the same again", async () => {
    const { model, repairer } = scene({ isRepaired: false });
    await repairer.repair({ digest: plan.digest, steps: chosen });
    expect(model.getState().outcome).toMatchObject({ kind: "applied", verdict: "left" });
  });

  it("names the steps that failed and why", async () => {
    const apply = async () => ({
      txn: TRANSACTION,
      done: 0,
      failed: [{ step: chosen[0] ?? "", err: "tool_failed" as const }],
      left: 1,
    });
    const { model, repairer } = scene({ helper: { apply } });
    await repairer.repair({ digest: plan.digest, steps: chosen });
    expect(model.getState().outcome).toMatchObject({
      kind: "applied",
      done: [],
      failed: [{ step: { planned: { id: chosen[0] } }, error: { code: "tool-failed" } }],
      verdict: "left",
    });
  });

  it("does nothing when the helper's plan is not the one that was shown, and shows the helper's", async () => {
    const other = {
      digest: "d".repeat(64),
      entries: plan.steps.map((step) => ({ ...step, id: "e".repeat(64) })),
      skipped: [],
    };
    const { model, repairer, log } = scene({ helper: { plan: async () => other }, isRepaired: false });
    expect(await repairer.repair({ digest: plan.digest, steps: chosen })).toEqual(failed("plan-changed"));
    expect(log).toEqual(["look", "close"]);
    expect(model.getState().outcome).toEqual({
      kind: "failed",
      during: "repair",
      error: codedText("plan-changed"),
      undoable: null,
    });
    expect(planOf(model.getState())).toEqual({ digest: other.digest, steps: other.entries });
  });

  it("shows the app's own plan again as soon as that changes", async () => {
    const other = { digest: "d".repeat(64), entries: plan.steps, skipped: [] };
    const { model, repairer } = scene({ helper: { plan: async () => other }, isRepaired: false });
    await repairer.repair({ digest: plan.digest, steps: chosen });
    model.setState({ observation: judged(recordedSnapshot("02-seed-after-switch-clean")) });
    expect(planOf(model.getState()).steps).toEqual([]);
  });

  it("of a plan that is not on the screen any more does not even call the helper", async () => {
    const { repairer, log, model } = scene();
    expect(await repairer.repair({ digest: "f".repeat(64), steps: chosen })).toEqual(failed("plan-changed"));
    expect(log).toEqual(["close"]);
    expect(model.getState().activity).toBe("idle");
  });

  it("is not asked of a helper that judges by other rules, and the reason is not hidden behind its other plan", async () => {
    const other = { digest: "d".repeat(64), entries: plan.steps, skipped: [] };
    const { repairer, log } = scene({ helper: { mismatch: "helper-older", plan: async () => other } });
    expect(await repairer.repair({ digest: plan.digest, steps: chosen })).toMatchObject({
      ok: false,
      error: { code: "helper-older" },
    });
    expect(log).toEqual(["close"]);
  });

  it("without rights ends with what to do", async () => {
    const failure = new HelperFailure("needs-rights", { command: "sudo npx holdfast clean" });
    const { model, repairer } = scene({ connect: () => Promise.reject(failure) });
    const error = codedText("needs-rights", { command: "sudo npx holdfast clean" });
    expect(await repairer.repair({ digest: plan.digest, steps: chosen })).toEqual({ ok: false, error });
    expect(model.getState()).toMatchObject({ activity: "idle", outcome: { kind: "failed", during: "repair", error } });
  });

  it("that was broken off half-way offers to take back what was done", async () => {
    const helper = {
      apply: () => Promise.reject(new HelperFailure("partial")),
      status: async () => ({ undoable: TRANSACTION, remaining: { minute: 5, hour: 29 } }),
    };
    const { model, repairer } = scene({ helper });
    await repairer.repair({ digest: plan.digest, steps: chosen });
    expect(model.getState().outcome).toMatchObject({ error: { code: "partial" }, undoable: TRANSACTION });
  });

  it("that meets a mistake of ours says so and ends", async () => {
    const { model, repairer } = scene({ helper: { apply: () => Promise.reject(new TypeError("oops")) } });
    await repairer.repair({ digest: plan.digest, steps: chosen });
    expect(model.getState()).toMatchObject({ activity: "idle", outcome: { error: { code: "internal" } } });
  });

  it("is one at a time", async () => {
    const { repairer, log } = scene();
    const first = repairer.repair({ digest: plan.digest, steps: chosen });
    expect(await repairer.undo(TRANSACTION)).toEqual(failed("busy"));
    await first;
    expect(log.filter((line) => line.startsWith("undo"))).toEqual([]);
  });
});

describe("an undo", () => {
  it("puts back, looks again, and says what stayed as it is", async () => {
    const undo = async () => ({ restored: 1, skipped: [{ step: "1".repeat(64), why: "irreversible" as const }] });
    const { model, repairer, log } = scene({ helper: { undo } });
    expect(await repairer.undo(TRANSACTION)).toEqual(DONE);
    expect(log).toEqual(["look", "close"]);
    expect(model.getState().outcome).toEqual({ kind: "undone", restored: 1, skipped: [codedText("irreversible")] });
  });

  it("that the helper refuses says why", async () => {
    const undo = () => Promise.reject(new HelperFailure("txn-closed"));
    const { model, repairer } = scene({ helper: { undo } });
    await repairer.undo(TRANSACTION);
    expect(model.getState().outcome).toEqual({
      kind: "failed",
      during: "undo",
      error: codedText("txn-closed"),
      undoable: null,
    });
  });
});

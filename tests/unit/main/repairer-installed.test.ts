import { describe, expect, it } from "vitest";
import type { HelperConnection } from "../../../electron/helper-client/helper-connection.ts";
import { HelperFailure } from "../../../electron/helper-client/helper-failure.ts";
import { createModel, shownPlan } from "../../../electron/main/model.ts";
import type { Rights } from "../../../electron/main/repair/helper-availability.ts";
import { createRepairer } from "../../../electron/main/repair/repairer.ts";
import type { HelperAvailability } from "../../../shared/contract/view-state.ts";
import { codedText } from "../../../shared/snapshot/coded-text.ts";
import { modelAfter, recordedSnapshot } from "../../support/judged.ts";

const TRANSACTION = "c".repeat(32);

/** An app beside an installed helper, which knows no transaction of other helpers; what was asked of whom is in `log`. */
function scene(recorded: string, helper: HelperAvailability = { state: "installed" }) {
  const start = { ...modelAfter(recordedSnapshot(recorded)), helper };
  const model = createModel(start);
  model.setState(start);
  const plan = shownPlan(start);
  if (plan === null) throw new Error("the recorded machine was looked at");
  const log: string[] = [];
  const ops = new Map(plan.steps.map(({ id, step }) => [id, step.op]));
  const unused = () => Promise.reject(new Error("not asked for"));
  const connection = (rights: Rights): HelperConnection => ({
    hello: { helper: "0", protocol: [1, 1], ruleset: "0".repeat(64), os: "linux", boot: "", mode: "socket", uid: 1000 },
    mismatch: null,
    status: unused,
    journal: unused,
    keepAlive: unused,
    plan: async () => ({ digest: plan.digest, entries: plan.steps, skipped: [] }),
    apply: async (_digest, only = []) => {
      log.push(`${rights}: ${only.map((id) => ops.get(id)).join(" ")}`);
      return { txn: TRANSACTION, done: only.length, failed: [], left: 0 };
    },
    undo: async () => {
      log.push(`${rights}: undo`);
      if (rights === "routes") throw new HelperFailure("no-txn");
      return { restored: 1, skipped: [] };
    },
    close: async () => undefined,
  });
  const repairer = createRepairer({
    model,
    connect: async (rights) => connection(rights),
    look: async () => undefined,
    onMistake: (error) => codedText("internal", { log: String(error) }),
  });
  const repair = () => repairer.repair({ digest: plan.digest, steps: plan.steps.map(({ id }) => id) });
  return { repairer, repair, log };
}

describe("one click, with an installed helper", () => {
  it("does all at once when it is routes alone", async () => {
    const { repair, log } = scene("89-linux-orphan-persistent-tun");
    await repair();
    expect(log).toEqual(["routes: delete-route delete-route"]);
  });

  it("does the routes without a password when there is more to do", async () => {
    const { repair, log } = scene("241-linux-cable-pulled");
    await repair();
    expect(log).toEqual(["routes: replace-route"]);
  });

  it("asks for a password when what is left is nothing but files and processes", async () => {
    const { repair, log } = scene("413-linux-openconnect-killed");
    await repair();
    expect(log).toEqual(["all: clear-resolver remove-state-file remove-state-file"]);
  });

  it("does all at once where the helper has all rights", async () => {
    const { repair, log } = scene("241-linux-cable-pulled", { state: "ready" });
    await repair();
    expect(log).toEqual(["routes: replace-route nudge-client"]);
  });
});

describe("undo, with an installed helper", () => {
  it("is asked of the one that did it: what the installed one does not know was done with a password", async () => {
    const { repairer, log } = scene("89-linux-orphan-persistent-tun");
    await repairer.undo(TRANSACTION);
    expect(log).toEqual(["routes: undo", "all: undo"]);
  });

  it("asks nobody else where there is only one", async () => {
    const { repairer, log } = scene("89-linux-orphan-persistent-tun", { state: "ready" });
    expect(await repairer.undo(TRANSACTION)).toMatchObject({ error: { code: "no-txn" } });
    expect(log).toEqual(["routes: undo"]);
  });
});

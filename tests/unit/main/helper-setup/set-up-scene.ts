import {
  createHelperSetUp,
  helperSetupNow,
  setupHandlers,
} from "../../../../electron/main/helper-setup/set-up-helper.ts";
import type { SetupSurroundings } from "../../../../electron/main/helper-setup/setup-surroundings.ts";
import { createModel } from "../../../../electron/main/model.ts";
import type { HelperSetup } from "../../../../shared/contract/helper-setup.ts";
import { codedText } from "../../../../shared/snapshot/coded-text.ts";
import { modelAfter, recordedSnapshot } from "../../../support/judged.ts";

const HOLDFAST = ["npx", "holdfast"];

/** An app on Linux whose password dialogue is this program, and what happens to it. */
export function setUpScene(pkexec: string | null, change: Partial<SetupSurroundings> = {}) {
  const absent = { isRoot: false, installed: { state: "absent" }, manifest: null, isSystemdRunning: true } as const;
  let surroundings: SetupSurroundings = {
    platform: "linux",
    uid: 1000,
    helper: absent,
    tools: { pkexec, node: "/usr/bin/node", cli: "/opt/holdfast/cli/holdfast.js" },
    ...change,
  };
  const model = createModel({
    ...modelAfter(recordedSnapshot("02-seed-after-switch-clean")),
    helperSetup: helperSetupNow(surroundings, HOLDFAST),
  });
  const shown: HelperSetup[] = [];
  model.subscribe(({ helperSetup }) => shown.push(helperSetup));
  const mistakes: unknown[] = [];
  let changes = 0;
  const setUp = createHelperSetUp({
    model,
    look: () => surroundings,
    holdfast: HOLDFAST,
    onChanged: () => changes++,
    onMistake(error) {
      mistakes.push(error);
      return codedText("internal", { log: "main.log" });
    },
  });
  const become = (helper: Partial<SetupSurroundings["helper"]>) =>
    (surroundings = { ...surroundings, helper: { ...absent, ...helper } });
  const { setUpHelper } = setupHandlers(setUp);
  const install = () => setUpHelper({ act: "install" });
  return { model, setUp, install, become, shown, mistakes, changes: () => changes };
}

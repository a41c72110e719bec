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

/** What is otherwise on the computer, and why the system does not open a package. */
export interface SceneChange extends Partial<SetupSurroundings> {
  readonly cannotOpen?: string;
}

/** An app on Linux whose password dialogue is this program, and what happens to it. */
export function setUpScene(pkexec: string | null, { cannotOpen, ...change }: SceneChange = {}) {
  const absent = { isRoot: false, installed: { state: "absent" }, manifest: null, isSystemdRunning: true } as const;
  let surroundings: SetupSurroundings = {
    platform: "linux",
    uid: 1000,
    helper: absent,
    tools: { pkexec, node: "/usr/bin/node", cli: "/opt/holdfast/cli/holdfast.js" },
    installer: null,
    ...change,
  };
  const model = createModel({
    ...modelAfter(recordedSnapshot("02-seed-after-switch-clean")),
    helperSetup: helperSetupNow(surroundings, HOLDFAST),
  });
  const shown: HelperSetup[] = [];
  model.subscribe(({ helperSetup }) => shown.push(helperSetup));
  const mistakes: unknown[] = [];
  const opened: string[] = [];
  let changes = 0;
  const setUp = createHelperSetUp({
    model,
    look: () => surroundings,
    holdfast: HOLDFAST,
    async open(path) {
      opened.push(path);
      return cannotOpen ?? "";
    },
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
  return { model, setUp, install, become, shown, mistakes, opened, changes: () => changes };
}

import { createInterface } from "node:readline";
import { createHelperSetUp, helperSetupNow } from "../../../electron/main/helper-setup/set-up-helper.ts";
import { setupSurroundings } from "../../../electron/main/helper-setup/setup-surroundings.ts";
import type { SetupAct } from "../../../electron/main/helper-setup/setup-way.ts";
import { createModel } from "../../../electron/main/model.ts";
import { DEFAULT_SETTINGS } from "../../../shared/contract/settings.ts";
import { codedText } from "../../../shared/snapshot/coded-text.ts";

// The app's part that sets the helper up, put together as the app does, without windows. Takes `install`, `uninstall` and
// `stop` line by line; prints its process id, each state that the popover would show, and of each line how that ended, as a
// JSON object a line.

const HOLDFAST = ["npx", "holdfast"];

const print = (value: object) => console.log(JSON.stringify(value));
const model = createModel({
  os: "linux",
  language: "en",
  settings: DEFAULT_SETTINGS,
  helper: { state: "ready" },
  helperSetup: helperSetupNow(setupSurroundings(), HOLDFAST),
  startsAtLogin: null,
  updates: { way: "source", progress: { state: "unchecked" } },
  about: { version: __VERSION__, electron: "", log: "" },
});
const setUp = createHelperSetUp({
  model,
  look: setupSurroundings,
  holdfast: HOLDFAST,
  open: async () => "there is nothing to open here",
  onChanged: () => undefined,
  onMistake: (error) => codedText("internal", { log: String(error) }),
});

model.subscribe(({ helperSetup }) => print({ shown: helperSetup }));
print({ pid: process.pid, shown: model.getState().helperSetup });
let lines = 0;
createInterface({ input: process.stdin }).on("line", (line) => {
  const of = lines++;
  if (line === "stop") setUp.stop();
  else void setUp.setUp(line as SetupAct).then((result) => print({ of, result }));
});

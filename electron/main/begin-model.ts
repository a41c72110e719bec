import { homedir } from "node:os";
import { app } from "electron";
import { readBootId } from "../observe/boot-id.ts";
import { openMemory } from "../observe/kept/memory.ts";
import type { Memory } from "../observe/kept/memory.ts";
import { stateFolder } from "../observe/kept/state-folder.ts";
import type { Settings } from "../../shared/contract/settings.ts";
import { helperSetupNow } from "./helper-setup/set-up-helper.ts";
import { setupSurroundings } from "./helper-setup/setup-surroundings.ts";
import type { Log } from "./log.ts";
import { createModel } from "./model.ts";
import type { ModelStore } from "./model.ts";
import { helperAvailability } from "./repair/helper-availability.ts";
import { helperSurroundings } from "./repair/helper-surroundings.ts";
import type { LoginStart } from "./settings/login-start.ts";
import { languageNow } from "./settings/language-now.ts";
import type { SettingsStore } from "./settings/settings-store.ts";
import { updateSurroundings } from "./updates/update-surroundings.ts";
import { updateWay } from "./updates/update-way.ts";

/** What is there before the first look. */
export interface Beginning {
  readonly model: ModelStore;
  readonly memory: Memory;
  readonly boot: string;
  /** Keeps a choice of the user on disk, and lets the app go by it. */
  changeSettings(change: Partial<Settings>): void;
}

/** Where the app stands when it starts: what the user chose, what was kept of earlier runs, and which helper there is. */
export async function beginModel(
  settings: SettingsStore,
  log: Log,
  loginStart: LoginStart,
  holdfast: readonly string[],
): Promise<Beginning> {
  const boot = await readBootId();
  const memory = openMemory(stateFolder(), boot, { unusable: "set-aside", onProblem: log.warn });
  const model = createModel({
    history: memory.history.read(),
    os: process.platform === "darwin" ? "darwin" : "linux",
    settings: settings.current,
    language: languageNow(settings.current),
    helper: helperAvailability(helperSurroundings([...holdfast, "clean"])),
    helperSetup: helperSetupNow(setupSurroundings(), holdfast),
    startsAtLogin: loginStart.isOn(),
    updates: { way: updateWay(updateSurroundings(app, false)), progress: { state: "unchecked" } },
    about: { version: __VERSION__, electron: process.versions.electron, log: shortPath(log.path) },
  });
  const changeSettings = (change: Partial<Settings>) => {
    const chosen = settings.change(change);
    model.setState({ settings: chosen, language: languageNow(chosen) });
  };
  return { model, memory, boot, changeSettings };
}

/** As people write it, who know where their home is. */
function shortPath(path: string): string {
  const home = homedir();
  return path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}

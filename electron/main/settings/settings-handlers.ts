import { DONE } from "../../../shared/contract/result.ts";
import type { Handlers } from "../../../shared/contract/ipc.ts";
import type { Settings, SettingsChange } from "../../../shared/contract/settings.ts";
import type { ModelStore } from "../model.ts";
import type { LoginStart } from "./login-start.ts";

/** What the settings of the popover act on. */
export interface SettingsParts {
  readonly model: Pick<ModelStore, "setState">;
  readonly loginStart: LoginStart;
  /** Keeps a choice of the user on disk and lets the app go by it. */
  change(change: Partial<Settings>): void;
}

/** Answers the calls by which the popover changes what the user can choose. */
export function settingsHandlers({
  model,
  loginStart,
  change,
}: SettingsParts): Pick<Handlers, "changeSettings" | "setStartAtLogin"> {
  return {
    changeSettings: async (wanted) => {
      change(given(wanted));
      return DONE;
    },
    setStartAtLogin: async ({ on }) => {
      loginStart.set(on);
      // What the system says is shown, not what was asked for.
      model.setState({ startsAtLogin: loginStart.isOn() });
      return DONE;
    },
  };
}

// A key that is there without a value changes nothing.
function given(wanted: SettingsChange): Partial<Settings> {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}

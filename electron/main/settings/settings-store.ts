import Store from "electron-store";
import * as v from "valibot";
import { DEFAULT_SETTINGS, Settings } from "../../../shared/contract/settings.ts";

/** The user's choices on disk. */
export interface SettingsStore {
  readonly current: Settings;
  change(change: Partial<Settings>): Settings;
}

/**
 * Opens `settings.json` in the app's data folder. A file that cannot be read or does not fit is left as it is, reported
 * once, and stands aside for the defaults until the user changes a setting.
 */
export function openSettings(onUnreadable: (reason: string) => void): SettingsStore {
  let store: Store | null = null;
  let current = DEFAULT_SETTINGS;
  try {
    store = new Store({ name: "settings", accessPropertiesByDotNotation: false });
    current = v.parse(Settings, store.store);
  } catch (error) {
    // Whoever has a settings file has been here before.
    current = { ...DEFAULT_SETTINGS, introduced: true };
    onUnreadable(error instanceof Error ? error.message : String(error));
  }
  return {
    get current() {
      return current;
    },
    change(change) {
      current = { ...current, ...change };
      // A file that could not be opened is replaced only now, when there is something to keep.
      store ??= new Store({ name: "settings", accessPropertiesByDotNotation: false, clearInvalidConfig: true });
      store.set(change);
      return current;
    },
  };
}

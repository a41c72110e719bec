import * as v from "valibot";
import { DEFAULT_SETTINGS, Settings } from "../../../shared/contract/settings.ts";
import { keptFile } from "../../observe/kept/kept-file.ts";

/** The user's choices on disk. */
export interface SettingsStore {
  readonly current: Settings;
  change(change: Partial<Settings>): Settings;
}

/** What is in the file: what the user has chosen, and what a newer version knows besides. */
const Chosen = v.pipe(
  v.record(v.string(), v.unknown()),
  v.check((chosen) => v.is(Settings, chosen)),
);
const MOST_BYTES = 64 * 1024;

/**
 * Opens the file of settings (absolute path). One that cannot be read or does not fit is left as it is, reported, and
 * stands aside for the defaults until the user changes a setting.
 */
export function openSettings(path: string, onProblem: (problem: string) => void): SettingsStore {
  let isUnusable = false;
  const note = (problem: string) => {
    isUnusable = true;
    onProblem(problem);
  };
  const file = keptFile({ path, schema: Chosen, mostBytes: MOST_BYTES, unusable: "leave", onProblem: note });
  let chosen = file.read() ?? {};
  // Whoever has a settings file has been here before.
  let current = isUnusable ? { ...DEFAULT_SETTINGS, introduced: true } : v.parse(Settings, chosen);
  return {
    get current() {
      return current;
    },
    change(change) {
      current = { ...current, ...change };
      chosen = { ...chosen, ...change };
      file.write(chosen);
      return current;
    },
  };
}

import { isAbsolute, normalize } from "node:path";

/** How the helper was started. */
export interface Invocation {
  /** `child` of a root process; `once` by sudo or pkexec. */
  readonly mode: "child" | "once";
  /** Directory of the journal, null for the system's. */
  readonly stateDirectory: string | null;
}

const STATE_DIRECTORY = "--state-directory=";

/**
 * Reads the arguments behind the program. Null for anything but `--child`, `--child --state-directory=/absolute/path`
 * and `--once`. The directory may be named only by a parent that is root already, never across sudo or pkexec.
 */
export function readCommandLine(words: readonly string[]): Invocation | null {
  const [mode, option] = words;
  if (words.length === 1 && mode === "--once") return { mode: "once", stateDirectory: null };
  if (words.length === 1 && mode === "--child") return { mode: "child", stateDirectory: null };
  if (words.length !== 2 || mode !== "--child" || !option?.startsWith(STATE_DIRECTORY)) return null;
  const stateDirectory = option.slice(STATE_DIRECTORY.length);
  const isPlain = isAbsolute(stateDirectory) && normalize(stateDirectory) === stateDirectory;
  return isPlain ? { mode: "child", stateDirectory } : null;
}

import { isAbsolute, normalize } from "node:path";
import type { Door } from "./door.ts";
import { readUid } from "./caller.ts";

/** How the helper was started. */
export type Invocation =
  /** As a child of root; `stateDirectory` is the folder of the journal, null for the system's. */
  | { readonly mode: "child"; readonly stateDirectory: string | null }
  /** By sudo or pkexec. */
  | { readonly mode: "once" }
  /** By the service manager for one connection; `peer` names it (systemd's instance name), null where there is none. */
  | { readonly mode: "socket"; readonly door: Door; readonly allowed: number; readonly peer: string | null };

const STATE_DIRECTORY = "--state-directory=";
const DOOR = /^--door=(all|routes|keep-alive)$/;
const ALLOWED = /^--allow-uid=(.*)$/s;
const PEER = /^--peer=(.*)$/s;

/**
 * Reads the arguments behind the program. Null for anything but `--once`, `--child`, `--child
 * --state-directory=/absolute/path` and `--socket --door=DOOR --allow-uid=UID [--peer=INSTANCE]` in this order. The
 * directory may be named only by a parent that is root already, never across sudo or pkexec; the words behind `--socket`
 * stand in a file of root's.
 */
export function readCommandLine(words: readonly string[]): Invocation | null {
  const [mode, ...options] = words;
  if (mode === "--once") return options.length === 0 ? { mode: "once" } : null;
  if (mode === "--child") return readChild(options);
  return mode === "--socket" ? readSocket(options) : null;
}

function readChild([option, ...more]: readonly string[]): Invocation | null {
  if (option === undefined) return { mode: "child", stateDirectory: null };
  if (more.length > 0 || !option.startsWith(STATE_DIRECTORY)) return null;
  const stateDirectory = option.slice(STATE_DIRECTORY.length);
  const isPlain = isAbsolute(stateDirectory) && normalize(stateDirectory) === stateDirectory;
  return isPlain ? { mode: "child", stateDirectory } : null;
}

function readSocket([door = "", allowed = "", peer, ...more]: readonly string[]): Invocation | null {
  const name = DOOR.exec(door)?.[1];
  const uid = readUid(ALLOWED.exec(allowed)?.[1] ?? "");
  const instance = peer === undefined ? null : PEER.exec(peer)?.[1];
  if (name === undefined || uid === null || instance === undefined || more.length > 0) return null;
  return { mode: "socket", door: name as Door, allowed: uid, peer: instance };
}

import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import type { LoginMachine } from "./login-start-command.ts";
import { entryText, starts, turned } from "./login-start-entry.ts";
import type { LoginEntry } from "./login-start-entry.ts";

/** Where an entry may lie, as absolute paths: the one of the user counts before those of the system, best first. */
export interface AutostartPlaces {
  readonly own: string;
  readonly system: readonly string[];
}

/** The places of the Desktop Application Autostart Specification; folders that are not absolute are ignored. */
export function autostartPlaces({ environment, home }: Pick<LoginMachine, "environment" | "home">): AutostartPlaces {
  const { XDG_CONFIG_HOME = "", XDG_CONFIG_DIRS = "" } = environment;
  const own = isAbsolute(XDG_CONFIG_HOME) ? XDG_CONFIG_HOME : join(home, ".config");
  const system = (XDG_CONFIG_DIRS === "" ? "/etc/xdg" : XDG_CONFIG_DIRS).split(":").filter((path) => isAbsolute(path));
  const inside = (folder: string) => join(folder, "autostart", "holdfast.desktop");
  return { own: inside(own), system: system.map(inside) };
}

/**
 * Starting at login by an entry of the user's. It is written only where it must say something else than the system's, and
 * goes again when it says nothing of its own: neither an entry that the distribution brought nor what somebody wrote into
 * the user's is lost. `wanted` is asked for what it is to say when it is written.
 */
export function openAutostart(
  { own, system }: AutostartPlaces,
  wanted: () => LoginEntry & { readonly icon: string },
  onUnreadable: (reason: string) => void,
): { isOn(): boolean | null; set(on: boolean): void } {
  const isOnAt = (places: readonly string[]) => {
    const text = firstText(places);
    return text !== null && starts(text, isProgram);
  };
  return {
    isOn: () => {
      try {
        return isOnAt([own, ...system]);
      } catch (error) {
        onUnreadable(error instanceof Error ? error.message : String(error));
        return null;
      }
    },
    set: (on) => {
      const { icon, ...words } = wanted();
      const entry = { ...words, icon: isPicture(icon) ? icon : null };
      const [fresh, before] = [entryText(entry, on), textOf(own)];
      const after = before === null ? fresh : turned(before, entry, on);
      if (after === fresh && isOnAt(system) === on) rmSync(own, { force: true });
      // What cannot be turned on, because its program is gone or it is no entry at all, makes room for one that can.
      else replaceFile(own, on && !starts(after, isProgram) ? fresh : after);
    },
  };
}

function firstText(paths: readonly string[]): string | null {
  for (const path of paths) {
    const text = textOf(path);
    if (text !== null) return text;
  }
  return null;
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

// Electron sees files in the app's archive that nobody else can open.
function isPicture(path: string): boolean {
  return !path.includes(".asar/") && statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // What cannot be reached cannot be started either, whatever the reason.
    return false;
  }
}

// Written beside it and renamed, so that a desktop never reads half of it; a link gives way, what it leads to stays.
function replaceFile(path: string, text: string): void {
  // The mode that the XDG base directory specification asks for.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomBytes(6).toString("hex")}.new`;
  try {
    writeFileSync(temporary, text, { flag: "wx" });
    // Whatever the mask of the process.
    chmodSync(temporary, 0o644);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

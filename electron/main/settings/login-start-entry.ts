import { execLine, isEntry, stringValue, valueOf, withValues } from "./desktop-entry.ts";
import type { LoginCommand } from "./login-start-command.ts";

/** What an entry that starts the app at login says besides whether it does. */
export interface LoginEntry {
  readonly command: LoginCommand;
  /** What the app is for, one line in each language. */
  readonly comments: { readonly en: string; readonly "zh-CN": string };
  /** Absolute path of a picture; null: none. */
  readonly icon: string | null;
}

/** Says that the lines are ours; whoever wants to keep own changes in them takes it out. */
const OURS = "X-Holdfast";

/** The text of a new entry. */
export function entryText(entry: LoginEntry, on: boolean): string {
  const start = `# As long as it says ${OURS}=true, Holdfast writes these lines anew when it is told to start at login or not to.\n[Desktop Entry]\n`;
  return withValues(start, allValues(entry, on));
}

/**
 * The text of an entry that is there, turned on or off. In one that Holdfast wrote all its lines are brought up to date; in
 * another nothing but what turns it on or off is touched. Whatever else stands there stays; what is no entry becomes one.
 */
export function turned(text: string, entry: LoginEntry, on: boolean): string {
  if (!isEntry(text)) return entryText(entry, on);
  return withValues(text, valueOf(text, OURS) === "true" ? allValues(entry, on) : switches(on));
}

/**
 * Whether a desktop starts something by this entry (Desktop Application Autostart Specification); which desktop it names is
 * not looked at. `isProgram` says whether an absolute path is a program.
 */
export function starts(text: string, isProgram: (path: string) => boolean): boolean {
  if (valueOf(text, "Exec") === null || valueOf(text, "Hidden") === "true") return false;
  // How GNOME's own settings turn it off.
  if (valueOf(text, "X-GNOME-Autostart-enabled") === "false") return false;
  const tried = valueOf(text, "TryExec");
  return tried === null || !tried.startsWith("/") || isProgram(tried);
}

function allValues({ command, comments, icon }: LoginEntry, on: boolean): ReadonlyMap<string, string> {
  return new Map([
    ["Type", "Application"],
    ["Name", "Holdfast"],
    ["Comment", stringValue(comments.en)],
    ["Comment[zh_CN]", stringValue(comments["zh-CN"])],
    ["Exec", execLine(command)],
    // Makes the entry void when the app was moved or removed, instead of one that fails at each login.
    ["TryExec", stringValue(command[0])],
    ...(icon === null ? [] : [["Icon", stringValue(icon)] as const]),
    ["Terminal", "false"],
    [OURS, "true"],
    ...switches(on),
  ]);
}

function switches(on: boolean): ReadonlyMap<string, string> {
  return new Map([
    ["Hidden", String(!on)],
    ["X-GNOME-Autostart-enabled", String(on)],
  ]);
}

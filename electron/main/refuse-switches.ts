import type { App } from "electron";

/** Exit code of a program that was called in a way that it does not know, as the command line program has it, too. */
const WRONG_USAGE = 2;

const NOTHING = /^$/;

/**
 * The switches that the installed app may be started with, and the values that they may have: what a display, a graphics card
 * or a language needs. The list names what is let through, not what is refused: Chromium knows more than a thousand switches
 * and V8 and Node hundreds of options, every version brings others, and one that is forgotten here starts nothing, while one
 * that is forgotten in a list of bad ones opens a door (helper-security §4).
 */
const LET_THROUGH: ReadonlyMap<string, RegExp> = new Map([
  ["disable-gpu", NOTHING],
  ["enable-features", /^(?:UseOzonePlatform|WaylandWindowDecorations|WaylandLinuxDrmSyncobj|,)+$/],
  ["enable-wayland-ime", NOTHING],
  ["force-device-scale-factor", /^\d(?:\.\d{1,3})?$/],
  ["gtk-version", /^[34]$/],
  ["lang", /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/],
  ["ozone-platform", /^(?:wayland|x11)$/],
  ["ozone-platform-hint", /^(?:auto|wayland|x11)$/],
  ["wayland-text-input-version", /^[13]$/],
]);

/**
 * The first of a program's arguments that is a switch and none of those that are let through, as it was written but without
 * its value; null where there is none. Words that are no switches are read by nobody. Chromium takes one minus for two.
 */
export function refusedSwitch(args: readonly string[]): string | null {
  const refused = args.find((arg) => arg.startsWith("-") && !isLetThrough(arg));
  return refused === undefined ? null : (refused.split("=", 1)[0] ?? refused);
}

/**
 * What keeps the app from being started like this; null: nothing. Besides the arguments it is asked of Chromium whether its
 * sandbox is on, because there is a variable that turns it off, too (ELECTRON_DISABLE_SANDBOX).
 */
export function reasonToRefuse(
  args: readonly string[],
  commandLine: Pick<App["commandLine"], "hasSwitch">,
): string | null {
  return refusedSwitch(args) ?? (commandLine.hasSwitch("no-sandbox") ? "--no-sandbox" : null);
}

/**
 * Ends the app at once when it was started with a switch that is not let through, with one sentence on the error output.
 * To be called before anything else: a debugger's port is not open by then.
 */
export function refuseSwitches(app: Pick<App, "commandLine">, say: (refused: string) => string): void {
  const refused = reasonToRefuse(process.argv.slice(1), app.commandLine);
  if (refused === null) return;
  process.stderr.write(`${say(refused)}\n`);
  process.exit(WRONG_USAGE);
}

function isLetThrough(arg: string): boolean {
  const [, name = "", value = ""] = /^--?([^=]+)=?(.*)$/s.exec(arg) ?? [];
  return LET_THROUGH.get(name)?.test(value) === true;
}

import type { App } from "electron";
import { ownImage } from "../own-image.ts";

/** The machine that the app runs on. */
export interface LoginMachine {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** Absolute path of the user's home. */
  readonly home: string;
  /** Absolute path of the program that runs this app. */
  readonly program: string;
}

/** A program, as an absolute path, and its arguments. */
export type LoginCommand = readonly [string, ...string[]];

/** What starts this app on Linux once more; null where an entry cannot name it. */
export function loginCommand(
  app: Pick<App, "isPackaged" | "getAppPath">,
  { program, environment }: Pick<LoginMachine, "program" | "environment">,
): LoginCommand | null {
  const started = ownImage(program, environment) ?? program;
  // Desktop Entry Specification, "The Exec key": the program's path may not contain the equal sign. A percent sign is written
  // twice there, and GLib 2.74 and systemd 252 then look for a file with two of them.
  if (/[=%]/.test(started)) return null;
  return app.isPackaged ? [started] : [started, app.getAppPath()];
}

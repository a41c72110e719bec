import { chmod, chown, cp, mkdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { projectFolder } from "../../../scripts/paths.mjs";
import { makeLabFolder } from "../../lab/room/lab-folder.ts";
import { PROGRAMS } from "../../lab/room/programs.ts";
import { electronProgram } from "../app/start-app.ts";
import type { Desktop } from "../stage/desktop.ts";
import type { Environment } from "../stage/environment.ts";

/** Somebody who is not root, and the app in a place from which everybody may run it. */
export interface AnotherUser {
  /** Words to put before an absolute program path to start it as this user. */
  readonly become: readonly string[];
  /** The whole environment of a program of this user on the desktop. */
  readonly env: Environment;
  /** Absolute path of Electron. */
  readonly electron: string;
  /** The app's folder. */
  readonly app: string;
  /** A folder that belongs to the user. */
  readonly home: string;
  /** Removes the folders. */
  remove(): Promise<void>;
}

/** nobody; in no group but the one of that name. */
export const OTHER_UID = 65_534;

/** What setpriv needs to start a program as this user, which ends with whoever started it. */
export const SOMEBODY = [`--reuid=${OTHER_UID}`, `--regid=${OTHER_UID}`, "--clear-groups", "--pdeathsig=KILL"];

/** Out of the folder that the test runs in, which may be closed to others, too. */
export const BECOME = [PROGRAMS.env, "--chdir=/", PROGRAMS.setpriv, ...SOMEBODY, "--"];

/** What is needed of the project to run the app. */
const PARTS = ["package.json", "out", join("build", "tray")];

/** Lets another user into the desktop, which is root's, and installs the app for everybody: the project itself may be out of reach. */
export async function anotherUserOf(desktop: Desktop): Promise<AnotherUser> {
  const folder = await makeLabFolder();
  await chmod(folder, 0o755);
  const [app, home] = [join(folder, "app"), join(folder, "home")];
  const electron = await electronProgram();
  for (const part of PARTS) await cp(join(projectFolder, part), join(app, part), { recursive: true });
  await cp(dirname(electron), join(folder, "electron"), { recursive: true });
  return {
    become: BECOME,
    env: await letIn(desktop, home),
    electron: join(folder, "electron", basename(electron)),
    app,
    home,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * Lets another user into the desktop, which is root's.
 * @param home absolute path of a folder that becomes this user's; all their files go there
 * @returns the whole environment of a program of this user on the desktop
 */
export async function letIn(desktop: Desktop, home: string): Promise<Environment> {
  await mkdir(home, { mode: 0o700 });
  await chown(home, OTHER_UID, OTHER_UID);
  for (const closed of [desktop.folder, dirname(busSocketOf(desktop))]) await chmod(closed, 0o711);
  const own = ["HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"];
  return { ...desktop.env, ...Object.fromEntries(own.map((name) => [name, home])) };
}

function busSocketOf({ env }: Desktop): string {
  return (env["DBUS_SESSION_BUS_ADDRESS"] ?? "").replace(/^unix:path=/, "");
}

import { rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import {
  noting,
  startBus,
  startNotifications,
  startPanel,
  startWindowManager,
  startXServer,
  type Start,
} from "./desktop-programs.ts";
import { notificationArea, type NotificationArea } from "./notification-area.ts";
import { followNotifications } from "./notifications.ts";
import type { OwnedProcess } from "./owned-processes.ts";
import { makePrivateFolders, type PrivateFolders } from "./private-folders.ts";
import type { Environment } from "./program-output.ts";
import { clickAt, EMPTY_PLACE, pressKey, saveScreenshot } from "./screen.ts";
import { sessionBus } from "./session-bus.ts";
import { endWhatWasStartedIn } from "./started-here.ts";
import { onSuddenEnd } from "./sudden-end.ts";
import { trayOf, type Tray } from "./tray.ts";

export type Desktop = Tray &
  NotificationArea & {
    /** The whole environment for a program on this desktop; nothing else of this process's environment is needed but PATH, which is in it. */
    readonly env: Environment;
    /** The desktop's private folder, removed by `stop`. */
    readonly folder: string;
    /** Clicks where there is nothing. */
    clickOutside(): Promise<void>;
    /** Presses a key, named as X names it: `Escape`, `Return`, `ctrl+comma`. */
    pressKey(key: string): Promise<void>;
    /** Saves a picture of the whole screen as PNG. */
    screenshot(path: string): Promise<void>;
    /** Ends all that was started and removes the folder. May be called more than once. */
    stop(): Promise<void>;
  };

/**
 * Starts a desktop of its own: X server, session bus, window manager, panel with a tray, notification daemon.
 * Its sockets are on paths, so that a program in another network, mount or process namespace reaches them, as long as it sees /tmp.
 * @throws Error that says which program failed and what it said; what was started until then is ended
 */
export async function startDesktop(): Promise<Desktop> {
  const folders = await makePrivateFolders();
  const started: OwnedProcess[] = [];
  const forget = onSuddenEnd(() => {
    for (const process of started) process.signal("SIGTERM");
    rmSync(folders.root, { recursive: true, force: true, maxRetries: 5 });
  });
  const stop = async () => {
    for (const process of started.splice(0)) await process.stop();
    await endWhatWasStartedIn(folders.root);
    await rm(folders.root, { recursive: true, force: true });
    forget();
  };
  try {
    return { ...(await assemble(noting(started), folders)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function assemble(start: Start, folders: PrivateFolders): Promise<Omit<Desktop, "stop">> {
  const without = privateEnvironment(folders);
  const [display] = await Promise.all([startXServer(start, without), startBus(start, folders, without)]);
  const env = { ...without, DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: `unix:path=${folders.busSocket}` };
  const bus = sessionBus(env);
  const [listener] = await Promise.all([
    startNotifications(start, bus, env),
    startWindowManager(start, env),
    startPanel(start, bus, env),
  ]);
  return {
    env,
    folder: folders.root,
    ...trayOf(bus, folders.root, env),
    ...notificationArea(followNotifications(listener.stdout), bus, env),
    clickOutside: () => clickAt(EMPTY_PLACE, "left", env),
    pressKey: (key) => pressKey(key, env),
    screenshot: (path) => saveScreenshot(path, env),
  };
}

/** Set before the bus starts: the services that it activates inherit it, and would otherwise use the real home. */
function privateEnvironment(folders: PrivateFolders): Environment {
  return {
    PATH: process.env["PATH"] ?? "/usr/bin:/bin",
    LANG: "C.UTF-8",
    HOME: folders.home,
    TMPDIR: folders.temporary,
    XDG_CONFIG_HOME: folders.config,
    XDG_CACHE_HOME: folders.cache,
    XDG_DATA_HOME: folders.data,
    XDG_RUNTIME_DIR: folders.runtime,
    // The bus has no accessibility service, and GTK would complain.
    NO_AT_BRIDGE: "1",
  };
}

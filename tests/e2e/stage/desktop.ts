import { rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { sweepLabFolders } from "../../lab/room/lab-folder.ts";
import { desktopProcesses, type Start } from "./desktop-processes.ts";
import { startBus, startNotifications, startPanel, startWindowManager, startXServer } from "./desktop-programs.ts";
import { notificationArea, type NotificationArea } from "./notification-area.ts";
import { followNotifications } from "./notifications.ts";
import { makePrivateFolders, type PrivateFolders } from "./private-folders.ts";
import { privateEnvironment, type Environment } from "./environment.ts";
import { clickAt, EMPTY_PLACE, pressKey } from "./hands.ts";
import { saveScreenshot } from "./screen.ts";
import { sessionBus } from "./session-bus.ts";
import { endWhatWasStartedIn } from "./started-here.ts";
import { onSuddenEnd } from "./sudden-end.ts";
import { trayOf, type Tray } from "./tray.ts";

export type Desktop = Tray &
  NotificationArea & {
    /** The whole environment of a program on this desktop. */
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
 * Starts a desktop of its own, after removing what dead owners left: X server, session bus, window manager, panel with
 * a tray, notification daemon. Its sockets are on paths, so that a program in another network, mount or process namespace reaches them, as long as it sees /tmp.
 * @throws Error that says which program failed and what it said; what was started until then is ended
 */
export async function startDesktop(): Promise<Desktop> {
  await sweepLabFolders();
  const folders = await makePrivateFolders();
  const processes = desktopProcesses();
  const forget = onSuddenEnd(() => {
    processes.signalAll();
    rmSync(folders.root, { recursive: true, force: true, maxRetries: 5 });
  });
  const stop = async () => {
    await processes.stopAll();
    await endWhatWasStartedIn(folders.root);
    await rm(folders.root, { recursive: true, force: true });
    forget();
  };
  try {
    return { ...(await assemble(processes.start, folders)), stop };
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

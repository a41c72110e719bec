import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeLabFolder } from "../../lab/room/lab-folder.ts";
import { busSettings, notificationSettings, panelSettings } from "./settings-files.ts";

export type PrivateFolders = {
  /** Holds all the others; its name is unique. */
  readonly root: string;
  readonly home: string;
  readonly config: string;
  readonly cache: string;
  readonly data: string;
  readonly runtime: string;
  readonly temporary: string;
  readonly busSocket: string;
  readonly busSettings: string;
};

/** The only service the bus may start by itself; the panel reads its settings through it. */
const SETTINGS_SERVICE = "org.xfce.Xfconf.service";

/** Makes the folders of a desktop that knows nothing of the user's own, with the settings of its programs in them. */
export async function makePrivateFolders(): Promise<PrivateFolders> {
  const root = await makeLabFolder();
  const inside = (name: string) => join(root, name);
  const folders: PrivateFolders = {
    root,
    home: inside("home"),
    config: inside("config"),
    cache: inside("cache"),
    data: inside("data"),
    runtime: inside("runtime"),
    temporary: inside("tmp"),
    busSocket: inside("runtime/bus"),
    busSettings: inside("bus.conf"),
  };
  const services = inside("services");
  const panel = join(folders.config, "xfce4/xfconf/xfce-perchannel-xml");
  const notifications = join(folders.config, "dunst");
  for (const folder of [folders.home, folders.cache, folders.data, folders.temporary, services, panel, notifications]) {
    await mkdir(folder, { recursive: true });
  }
  // The XDG base directory specification wants it closed to others.
  await mkdir(folders.runtime, { mode: 0o700 });
  await writeFile(join(panel, "xfce4-panel.xml"), panelSettings);
  await writeFile(join(notifications, "dunstrc"), notificationSettings);
  await writeFile(folders.busSettings, busSettings(folders.busSocket, services));
  await copyFile(join("/usr/share/dbus-1/services", SETTINGS_SERVICE), join(services, SETTINGS_SERVICE));
  return folders;
}

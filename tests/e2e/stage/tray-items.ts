import * as v from "valibot";
import type { BusObject, SessionBus } from "./session-bus.ts";

const WATCHER: BusObject = ["org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher", "org.kde.StatusNotifierWatcher"];
const ITEM_INTERFACE = "org.kde.StatusNotifierItem";

/** Icon name, icon pixels, title, description. Chromium puts the text into the title. */
const ToolTip = v.tuple([v.string(), v.array(v.unknown()), v.string(), v.string()]);

/** A tray item as it is registered: `:1.9/StatusNotifierItem`. */
export type TrayItem = { readonly busName: string; readonly path: string };

/** Whether a panel shows what is registered: without one an icon is registered and never seen. */
export async function isTrayThere(bus: SessionBus): Promise<boolean> {
  return (await bus.hasOwner(WATCHER[0])) && (await bus.property(WATCHER, "IsStatusNotifierHostRegistered")) === true;
}

/** The items registered now, in the order of their registration. */
export async function trayItems(bus: SessionBus): Promise<TrayItem[]> {
  const names = v.parse(v.array(v.string()), await bus.property(WATCHER, "RegisteredStatusNotifierItems"));
  return names.map((name) => {
    const slash = name.indexOf("/");
    return { busName: name.slice(0, slash), path: name.slice(slash) };
  });
}

/** The text shown when the mouse rests on the item. */
export async function tooltipOf(bus: SessionBus, item: TrayItem): Promise<string> {
  return v.parse(ToolTip, await bus.property(itemObject(item), "ToolTip"))[2];
}

/** Object path of the item's menu. */
export async function menuPathOf(bus: SessionBus, item: TrayItem): Promise<string> {
  return v.parse(v.string(), await bus.property(itemObject(item), "Menu"));
}

function itemObject({ busName, path }: TrayItem): BusObject {
  return [busName, path, ITEM_INTERFACE];
}

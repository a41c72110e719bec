import { leftmostIcon, pictureShown, type Box } from "./panel-picture.ts";
import { centreOf, clickAt, type MouseButton } from "./hands.ts";
import { panelPicture } from "./screen.ts";
import type { Environment } from "./environment.ts";
import type { BusObject, SessionBus } from "./session-bus.ts";
import { menuPathOf, tooltipOf, trayItems, type TrayItem } from "./tray-items.ts";
import { chooseLine, lineLabelled, menuLines, type MenuItem } from "./tray-menu.ts";
import { trayPictures } from "./tray-pictures.ts";
import { eventually } from "./eventually.ts";

export type Tray = {
  /** What is registered with the panel now. */
  trayItems(): Promise<TrayItem[]>;
  /** Where the leftmost icon is on the screen; waits until there is one. */
  trayIcon(): Promise<Box>;
  /**
   * Which of the pictures in build/tray/linux the panel shows now: its file's name, such as `broken-on-light`.
   * `undefined` when it shows another picture, or none.
   */
  trayPicture(): Promise<string | undefined>;
  /** Moves the mouse to the icon and clicks it; waits until there is one. */
  clickTrayIcon(button?: MouseButton): Promise<void>;
  /** The text shown when the mouse rests on the icon. */
  trayTooltip(): Promise<string>;
  /** The menu of the right button, as the panel is told to draw it. */
  trayMenu(): Promise<readonly MenuItem[]>;
  /**
   * Waits until the menu has an enabled line with exactly this label, at any depth, and chooses it as the panel does.
   * @throws Error when there is none in time
   */
  chooseMenuItem(label: string): Promise<void>;
};

/**
 * The tray of a desktop on which one application has one icon.
 * @param folder where a file may be put for a moment
 */
export function trayOf(bus: SessionBus, folder: string, env: Environment): Tray {
  const onlyItem = () =>
    eventually("exactly one tray item is registered", async () => {
      const items = await trayItems(bus);
      return items.length === 1 && items[0];
    });
  const menu = async (): Promise<BusObject> => {
    const item = await onlyItem();
    return [item.busName, await menuPathOf(bus, item), "com.canonical.dbusmenu"];
  };
  const trayIcon = () =>
    eventually("the panel shows an icon", async () => leftmostIcon(await panelPicture(folder, env)));

  return {
    trayItems: () => trayItems(bus),
    trayIcon,
    trayPicture: async () => {
      const screen = await panelPicture(folder, env);
      const icon = leftmostIcon(screen);
      return icon && pictureShown(screen, icon, await trayPictures());
    },
    clickTrayIcon: async (button = "left") => clickAt(centreOf(await trayIcon()), button, env),
    trayTooltip: async () => tooltipOf(bus, await onlyItem()),
    trayMenu: async () => menuLines(bus, await menu()),
    chooseMenuItem: async (label) => {
      const object = await menu();
      await eventually(`the tray's menu offers "${label}"`, async () => {
        const found = lineLabelled(await menuLines(bus, object), label);
        return found?.enabled && chooseLine(bus, object, found);
      });
    },
  };
}

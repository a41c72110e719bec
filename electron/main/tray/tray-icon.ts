import { join } from "node:path";
import { Menu, nativeTheme, Tray } from "electron";
import type { MenuItemConstructorOptions, Rectangle } from "electron";
import type { Panel } from "./tray-picture.ts";
import { panelOf, trayPicture } from "./tray-picture.ts";
import type { MenuEntry, TrayAction, TrayView } from "./tray-view.ts";

/** Time one frame of an animation stands; hosts drop pictures that follow each other faster than about 200 ms. */
const FRAME_MS = 350;

/** What the tray icon reports. `bounds` are all zero on Linux. */
export interface TrayEvents {
  onClick(bounds: Rectangle): void;
  onAction(action: TrayAction): void;
}

/** Applies tray views; only what differs from the last one is touched. */
export interface TrayIcon {
  show(view: TrayView): void;
  /** Until this is called, clicks lead nowhere. */
  listen(events: TrayEvents): void;
  bounds(): Rectangle;
  remove(): void;
}

/** Puts the icon into the tray. `pictures` is the absolute path of `build/tray`. */
export function createTrayIcon(pictures: string, first: TrayView): TrayIcon {
  const pathOf = (frame: string) => join(pictures, trayPicture(frame, panelNow()));
  const tray = new Tray(pathOf(first.frames[0] ?? "unknown"));
  const animation = createAnimation((frame) => tray.setImage(pathOf(frame)));
  let events: TrayEvents | null = null;
  let shown: TrayView | null = null;
  let menu = Menu.buildFromTemplate([]);

  const show = (view: TrayView) => {
    if (!isSame(view.frames, shown?.frames)) animation.play(view.frames);
    if (view.tooltip !== shown?.tooltip) tray.setToolTip(view.tooltip);
    if (!isSame(view.menu, shown?.menu)) {
      menu = Menu.buildFromTemplate(view.menu.map((entry) => menuItem(entry, (action) => events?.onAction(action))));
      // On macOS a menu that is set opens on the left click, too, in the place of the popover.
      if (process.platform !== "darwin") tray.setContextMenu(menu);
    }
    shown = view;
  };
  const repaint = () => animation.play(shown?.frames ?? first.frames);

  nativeTheme.on("updated", repaint);
  tray.on("click", (_event, bounds) => events?.onClick(bounds));
  tray.on("right-click", () => tray.popUpContextMenu(menu));
  show(first);
  return {
    show,
    listen: (given) => {
      events = given;
    },
    bounds: () => tray.getBounds(),
    remove: () => {
      nativeTheme.off("updated", repaint);
      animation.stop();
      tray.destroy();
    },
  };
}

interface Animation {
  play(frames: readonly string[]): void;
  stop(): void;
}

function createAnimation(paint: (frame: string) => void): Animation {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => clearInterval(timer);
  return {
    stop,
    play(frames) {
      stop();
      let index = 0;
      const next = () => paint(frames[index++ % frames.length] ?? "unknown");
      next();
      if (frames.length > 1) timer = setInterval(next, FRAME_MS);
    },
  };
}

function menuItem(entry: MenuEntry, onAction: TrayEvents["onAction"]): MenuItemConstructorOptions {
  switch (entry.kind) {
    case "separator":
      return { type: "separator" };
    case "text":
      return { label: entry.label, enabled: false };
    case "action":
      return { label: entry.label, click: () => onAction(entry.action) };
    case "switch":
      return { label: entry.label, type: "checkbox", checked: entry.on, click: () => onAction(entry.action) };
  }
}

function panelNow(): Panel {
  return panelOf(process.platform, process.env["XDG_CURRENT_DESKTOP"] ?? "", nativeTheme.shouldUseDarkColors);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

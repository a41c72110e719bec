/** Which kind of panel the icon stands on; macOS colours the picture itself. */
export type Panel = "menu-bar" | "light" | "dark";

/**
 * The panel that the icon will stand on. GNOME's top bar is dark whatever the theme; other Linux desktops follow the
 * theme. `desktop` is XDG_CURRENT_DESKTOP, a list with colons.
 */
export function panelOf(platform: NodeJS.Platform, desktop: string, darkTheme: boolean): Panel {
  if (platform === "darwin") return "menu-bar";
  return darkTheme || desktop.split(":").includes("GNOME") ? "dark" : "light";
}

/** File of one picture below `build/tray`, with "/"; its double-density twin lies beside it and is found by its name. */
export function trayPicture(frame: string, panel: Panel): string {
  return panel === "menu-bar" ? `macos/${frame}Template.png` : `linux/${frame}-on-${panel}.png`;
}

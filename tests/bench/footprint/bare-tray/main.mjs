// @ts-check
import { app, Menu, Tray } from "electron";

// The least that an Electron app in the tray can be: an icon with a menu, and nothing else. Usage: electron FOLDER ICON
const icon = process.argv.at(-1) ?? "";

if (process.platform === "linux") app.disableHardwareAcceleration();
void app.whenReady().then(() => {
  const tray = new Tray(icon);
  tray.setToolTip("Bare");
  tray.setContextMenu(Menu.buildFromTemplate([{ label: "Quit", click: () => app.quit() }]));
  // Whatever nobody holds is thrown away, an icon in the tray, too.
  Object.assign(globalThis, { tray });
});

// @ts-check
import { app, BrowserWindow } from "electron";
// oxlint-disable-next-line import/no-unassigned-import -- it is an app, and nothing else
import "../bare-tray/main.mjs";

// The same with what any app needs that opens a popover at once: one hidden, sandboxed window, here an empty one.
void app.whenReady().then(async () => {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false, backgroundThrottling: false },
  });
  await window.loadURL("about:blank");
});

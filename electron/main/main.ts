import { app, Menu } from "electron";
import { declareAppScheme } from "./app-scheme.ts";
import { leaveKeyringAlone, lockDownPages, sandboxPages } from "./lock-down.ts";
import { openLog } from "./log.ts";
import type { Log } from "./log.ts";
import { refuseSwitches } from "./refuse-switches.ts";
import { sentenceBeforeStart } from "./texts/sentence-before-start.ts";
import { showFirstTray } from "./tray/first-tray.ts";

// What is installed is started by its name alone. A development run needs a debugger, and root's a way without the sandbox.
if (app.isPackaged) {
  refuseSwitches(app, (refused) => sentenceBeforeStart(app, "app:refused-switch", { switch: refused }));
}
// Whatever must be said before the app is ready. There is no `await` here: in an ES module the app would never become
// ready (dependencies §7.4).
sandboxPages(app);
leaveKeyringAlone(app);
// A small popover is drawn as fast without one, and on displays that have no graphics card Chromium's search for it now
// and then keeps the first page from ever loading (seen in 1 of 20 to 30 starts under Xvfb, in none of 100 without it).
if (process.platform === "linux") app.disableHardwareAcceleration();
// Electron would put a menu together that no window shows, and whose keys reload and zoom the page. macOS has copy and paste in it.
if (process.platform !== "darwin") Menu.setApplicationMenu(null);
declareAppScheme();
lockDownPages(app);

if (app.requestSingleInstanceLock()) {
  const log = openLog();
  app
    .whenReady()
    .then(() => start(log))
    .catch((error: unknown) => {
      log.mistake(error);
      app.exit(1);
    });
} else {
  app.exit(0);
}

// The icon first: nobody waits for the rest, which is not even read before.
async function start(log: Log): Promise<void> {
  const first = showFirstTray(log);
  const { startDesktop } = await import("./desktop.ts");
  await startDesktop(log, first);
}

import { app } from "electron";
import { declareAppScheme } from "./app-scheme.ts";
import { startDesktop } from "./desktop.ts";
import { lockDownPages, sandboxPages } from "./lock-down.ts";
import { openLog } from "./log.ts";

// Whatever must be said before the app is ready. There is no `await` here: in an ES module the app would never become
// ready (dependencies §7.4).
sandboxPages(app);
// A small popover is drawn as fast without one, and on displays that have no graphics card Chromium's search for it now
// and then keeps the first page from ever loading (seen in 1 of 20 to 30 starts under Xvfb, in none of 100 without it).
if (process.platform === "linux") app.disableHardwareAcceleration();
declareAppScheme();
lockDownPages(app);

if (app.requestSingleInstanceLock()) {
  const log = openLog();
  app
    .whenReady()
    .then(() => startDesktop(log))
    .catch((error: unknown) => {
      log.mistake(error);
      app.exit(1);
    });
} else {
  app.exit(0);
}

import { app } from "electron";
import { declareAppScheme } from "./app-scheme.ts";
import { startDesktop } from "./desktop.ts";
import { lockDownPages, sandboxPages } from "./lock-down.ts";
import { openLog } from "./log.ts";

// Whatever must be said before the app is ready. There is no `await` here: in an ES module the app would never become
// ready (dependencies §7.4).
sandboxPages(app);
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

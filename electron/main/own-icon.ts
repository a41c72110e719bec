import { join } from "node:path";
import type { App } from "electron";

/** Where the package puts the app's picture, among those of all programs. */
const INSTALLED = "/usr/share/icons/hicolor/256x256/apps/holdfast-desktop.png";

/** Absolute path of the app's picture where a desktop can see it, which is never in an archive; nothing may be there. */
export function ownIcon(app: Pick<App, "isPackaged" | "getAppPath">): string {
  return app.isPackaged ? INSTALLED : join(app.getAppPath(), "build", "icons", "256x256.png");
}

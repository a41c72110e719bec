import { session } from "electron";
import { serveApp } from "./app-scheme.ts";
import { lockDownSession } from "./lock-down.ts";

/** Gets the session ready that the popover's page is in: nothing is allowed but the built page, which lies in `folder` (absolute path). */
export function preparePageSession(folder: string): void {
  const { defaultSession } = session;
  lockDownSession(defaultSession);
  serveApp(defaultSession.protocol, folder);
}

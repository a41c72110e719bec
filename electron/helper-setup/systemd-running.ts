import { existsSync } from "node:fs";

/** Whether systemd runs this machine (sd_booted(3)). Where it does not, nothing listens on the helper's sockets. */
export function isSystemdRunning(): boolean {
  return existsSync("/run/systemd/system");
}

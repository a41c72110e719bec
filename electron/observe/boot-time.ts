import { uptime } from "node:os";

/** When this machine was started, in milliseconds since 1970. */
export function bootTime(): number {
  return Date.now() - uptime() * 1000;
}

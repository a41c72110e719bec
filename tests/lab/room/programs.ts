import { existsSync } from "node:fs";

/** The system's programs that the lab runs, by absolute path (Debian 12's places); nothing is looked up in PATH. */
export const PROGRAMS = {
  cat: "/usr/bin/cat",
  certtool: "/usr/bin/certtool",
  env: "/usr/bin/env",
  ip: "/usr/sbin/ip",
  mount: "/usr/bin/mount",
  nsenter: "/usr/bin/nsenter",
  ocpasswd: "/usr/bin/ocpasswd",
  ocserv: "/usr/sbin/ocserv",
  openconnect: "/usr/sbin/openconnect",
  ping: "/usr/bin/ping",
  setpriv: "/usr/bin/setpriv",
  sysctl: "/usr/sbin/sysctl",
  tc: "/usr/sbin/tc",
  unshare: "/usr/bin/unshare",
  vpncScript: "/usr/share/vpnc-scripts/vpnc-script",
} as const;

/**
 * What keeps this machine from running the lab, one line per obstacle; empty when nothing does.
 * Namespaces and tun devices are Linux's and need root.
 */
export function obstaclesToTheLab(): string[] {
  if (process.platform !== "linux") return ["the lab needs Linux network namespaces"];
  const obstacles = Object.values(PROGRAMS)
    .filter((path) => !existsSync(path))
    .map((path) => `${path} is not installed`);
  if (process.getuid?.() !== 0) obstacles.push("the lab needs root");
  if (!existsSync("/dev/net/tun")) obstacles.push("/dev/net/tun is missing");
  return obstacles;
}

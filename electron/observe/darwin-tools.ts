import type { Tool } from "./command-line.ts";

/** The programs that a capture of macOS is read with. Their places are fixed: all are protected parts of the system. */
export interface DarwinTools {
  readonly ifconfig: Tool;
  readonly ipconfig: Tool;
  readonly lsof: Tool;
  readonly netstat: Tool;
  readonly networksetup: Tool;
  readonly ps: Tool;
  readonly route: Tool;
  readonly scutil: Tool;
  readonly swVers: Tool;
}

/** The system's own. */
export const DARWIN_TOOLS: DarwinTools = {
  ifconfig: { path: "/sbin/ifconfig" },
  ipconfig: { path: "/usr/sbin/ipconfig" },
  lsof: { path: "/usr/sbin/lsof" },
  netstat: { path: "/usr/sbin/netstat" },
  networksetup: { path: "/usr/sbin/networksetup" },
  ps: { path: "/bin/ps" },
  route: { path: "/sbin/route" },
  scutil: { path: "/usr/sbin/scutil" },
  swVers: { path: "/usr/bin/sw_vers" },
};

/** Where the programs that a capture of Linux is read with may be, best place first. PATH is never asked. */
export const LINUX_TOOLS = {
  ip: ["/usr/sbin/ip", "/usr/bin/ip", "/sbin/ip", "/bin/ip"],
  resolvectl: ["/usr/bin/resolvectl", "/bin/resolvectl"],
  nmcli: ["/usr/bin/nmcli", "/bin/nmcli"],
  setpriv: ["/usr/bin/setpriv"],
} as const;

/** Reverse domain name of the helper: its label for launchd and for polkit. */
export const HELPER_ID = "app.holdfast.helper";

/** Where the installed helper is on Linux. Only root can write to any of these; no name of them comes from a client. */
export const LINUX_PLACES = {
  /** Program, runtime and lock. */
  folder: "/usr/lib/holdfast-helper",
  node: "/usr/lib/holdfast-helper/node",
  /** A program: its first line names the runtime and its flags, so that sudo and polkit can start nothing else by it. */
  bundle: "/usr/lib/holdfast-helper/helper.cjs",
  /** Locked by whichever helper acts, also by one that root starts itself. */
  lock: "/usr/lib/holdfast-helper/lock",
  /** Brought by a package for Linux: then program, runtime, units and policy are the package's to put, renew and remove. */
  packageMark: "/usr/lib/holdfast-helper/from-package",
  /** What the installation notes about itself. */
  manifest: "/usr/lib/holdfast-helper/installed.json",
  socketFolder: "/run/holdfast",
  /** Routes only: answered by a helper without root's rights. */
  routesSocket: "/run/holdfast/helper.sock",
  /** Keeping sessions alive, and nothing else. */
  keepAliveSocket: "/run/holdfast/keep-alive.sock",
  /** The journal of the helper behind the socket for routes. */
  journal: "/var/lib/holdfast-helper",
  /** The journal of every helper with root's rights. */
  rootJournal: "/var/lib/holdfast",
  units: "/etc/systemd/system",
  packageUnits: "/usr/lib/systemd/system",
  systemUser: "/usr/lib/sysusers.d/holdfast-helper.conf",
  policy: "/usr/share/polkit-1/actions/app.holdfast.helper.policy",
} as const;

/** Where the installed helper is on macOS, on the same terms. */
export const DARWIN_PLACES = {
  folder: "/Library/PrivilegedHelperTools/app.holdfast.helper",
  node: "/Library/PrivilegedHelperTools/app.holdfast.helper/node",
  bundle: "/Library/PrivilegedHelperTools/app.holdfast.helper/helper.cjs",
  /** The folder in which terminals find `holdfast`. */
  commands: "/Library/PrivilegedHelperTools/app.holdfast.helper/bin",
  /** What the package notes about itself. */
  manifest: "/Library/PrivilegedHelperTools/app.holdfast.helper/installed.json",
  /** Takes all of it away again. */
  uninstall: "/Library/PrivilegedHelperTools/app.holdfast.helper/uninstall",
  daemon: "/Library/LaunchDaemons/app.holdfast.helper.plist",
  /** Tells terminals where that folder is (path_helper(8)); /etc is a link to here. */
  terminalPath: "/private/etc/paths.d/app.holdfast.helper",
  /** Socket, journal and error output of the daemon; /var/run is emptied at each start of the machine. */
  stateFolder: "/Library/Application Support/Holdfast",
  socket: "/Library/Application Support/Holdfast/helper.sock",
  journal: "/Library/Application Support/Holdfast/journal",
  errors: "/Library/Application Support/Holdfast/helper.log",
} as const;

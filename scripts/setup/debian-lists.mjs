// @ts-check

/** `a|b`: either will do; the second name is what newer releases call it. */

/** What the app reads the system with. */
const observing = ["iproute2"];

/** What Electron is linked with. */
export const electronLibraries = [
  "libgtk-3-0|libgtk-3-0t64",
  "libnss3",
  "libasound2|libasound2t64",
  "libgbm1",
  "libnotify4",
];

/** A display and a message bus for machines that have none, and letters for the picture. */
const virtualDisplay = ["xvfb", "dbus", "dbus-x11", "fonts-dejavu-core", "fonts-noto-core", "fonts-noto-cjk"];

/** What `npm start` needs on a machine with a display. */
export const forDisplay = [...observing, ...electronLibraries];

/** What `npm start` needs on a machine without one. */
export const forVirtualDisplay = [...forDisplay, ...virtualDisplay];

/** Real VPN sessions in network namespaces, and an installed helper under a systemd of its own. */
export const forLab = [
  ...observing,
  "openconnect",
  "ocserv",
  "gnutls-bin",
  "vpnc-scripts",
  "iputils-ping",
  "procps",
  "systemd",
  "polkitd",
  "pkexec",
  // Looks over the scripts of the macOS package.
  "shellcheck",
  "sudo",
];

/** A desktop to click on: tray host, notification daemon, window manager, mouse, screenshots; of systemd its busctl. */
export const forEndToEnd = [
  ...forVirtualDisplay,
  "xauth",
  "libglib2.0-bin",
  "xfce4-panel",
  "dunst",
  "openbox",
  "xdotool",
  "scrot",
  "systemd",
  // Judges the entry by which the app starts at login.
  "desktop-file-utils",
];

/** Makes a Debian out of nothing. */
export const forPackages = ["debootstrap"];

/** What a Debian with systemd and sudo has, before Holdfast's package is installed in it. */
export const forPackageRoot = ["systemd", "systemd-sysv", "dbus", "sudo", "procps"];

/** What is only fetched, to be installed when the package has shown that it starts without: a display, and a bus for it. */
export const forPackageRootLater = ["xvfb", "xauth", "dbus-x11", "fonts-dejavu-core", "fonts-noto-core"];

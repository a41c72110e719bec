/**
 * What is handed on: for whom root acts, and how to reach the desktop that asks for a password. Nothing that Node reads: with
 * NODE_EXTRA_CA_CERTS alone it starts 45 ms later.
 */
const HANDED_ON = [
  "SUDO_UID",
  "PKEXEC_UID",
  "LANG",
  "DISPLAY",
  "WAYLAND_DISPLAY",
  "XAUTHORITY",
  "XDG_RUNTIME_DIR",
  "DBUS_SESSION_BUS_ADDRESS",
];

/** The whole environment of what is started to get rights: a closed list, and a fixed path. */
export function handedOnEnvironment(): NodeJS.ProcessEnv {
  const kept = HANDED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { ...Object.fromEntries(kept), PATH: "/usr/sbin:/usr/bin:/sbin:/bin" };
}

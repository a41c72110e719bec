import type { UnitSection } from "./unit-text.ts";

/** Programs that the helper runs to read and to change routes; each name in every folder where a distribution may have it. */
const TOOLS = ["ip", "ss", "flock", "setpriv", "resolvectl", "nmcli"];
const TOOL_FOLDERS = ["/usr/sbin", "/usr/bin", "/sbin", "/bin"];
/** Where the dynamic loader and libraries are. */
const LIBRARIES = ["/usr/lib", "/usr/lib64", "/usr/libexec", "/lib", "/lib64"];

/** What both services have in common (helper-security §2.4): everything is taken away that changing routes does not need. */
export function hardening(folder: string): UnitSection["lines"] {
  // A leading hyphen: where a path does not exist, that is no error.
  const programs = TOOL_FOLDERS.flatMap((place) => TOOLS.map((tool) => `-${place}/${tool}`));
  return [
    ["StandardInput", "socket"],
    ["StandardOutput", "socket"],
    ["StandardError", "journal"],
    ["StateDirectoryMode", "0700"],
    ["UMask", "0077"],
    ["NoNewPrivileges", "yes"],
    ["TimeoutStopSec", "5"],
    ["MemoryMax", "192M"],
    ["TasksMax", "32"],
    ["LimitNOFILE", "64"],
    ["LimitFSIZE", "8M"],
    ["LimitCORE", "0"],
    ["UnsetEnvironment", "NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS LD_PRELOAD LD_LIBRARY_PATH"],
    ["PrivateTmp", "yes"],
    ["PrivateDevices", "yes"],
    ["DevicePolicy", "closed"],
    ["PrivateIPC", "yes"],
    ["PrivateMounts", "yes"],
    ["ProtectSystem", "strict"],
    ["ProtectHome", "yes"],
    // The processes of VPN clients and the tables below /proc/net are evidence.
    ["ProtectProc", "default"],
    ["ProtectClock", "yes"],
    ["ProtectHostname", "yes"],
    ["ProtectKernelTunables", "yes"],
    ["ProtectKernelModules", "yes"],
    ["ProtectKernelLogs", "yes"],
    ["ProtectControlGroups", "yes"],
    ["RestrictAddressFamilies", "AF_NETLINK AF_UNIX"],
    ["RestrictNamespaces", "yes"],
    ["RestrictRealtime", "yes"],
    ["RestrictSUIDSGID", "yes"],
    ["LockPersonality", "yes"],
    ["MemoryDenyWriteExecute", "yes"],
    ["RemoveIPC", "yes"],
    ["KeyringMode", "private"],
    ["SystemCallArchitectures", "native"],
    ["SystemCallFilter", "@system-service"],
    [
      "SystemCallFilter",
      "~@privileged @resources @mount @debug @cpu-emulation @obsolete @raw-io @reboot @swap @module @clock",
    ],
    ["SystemCallErrorNumber", "EPERM"],
    ["IPAddressDeny", "any"],
    ["NoExecPaths", "/"],
    ["ExecPaths", [folder, ...programs, ...LIBRARIES.map((path) => `-${path}`)].join(" ")],
  ];
}

import { LINUX_PLACES } from "./places.ts";
import { NODE_FLAGS } from "./node-flags.ts";
import { hardening } from "./unit-hardening.ts";
import { renderUnit } from "./unit-text.ts";
import type { UnitSection } from "./unit-text.ts";

/** The system user that repairs routes: it has nothing but the right to change them. */
export const SYSTEM_USER = "holdfast-helper";

const { node, bundle, folder, journal } = LINUX_PLACES;

/** Name and text of each unit, for the one user who may connect. */
export function linuxUnits(uid: number): ReadonlyMap<string, string> {
  return new Map([
    ["holdfast-helper.socket", renderUnit(socket("Holdfast's helper for routes", LINUX_PLACES.routesSocket, uid, 8))],
    ["holdfast-helper@.service", renderUnit(routesService(uid))],
    [
      "holdfast-keep-alive.socket",
      renderUnit(socket("Holdfast's helper that keeps VPN sessions alive", LINUX_PLACES.keepAliveSocket, uid, 4)),
    ],
    ["holdfast-keep-alive@.service", renderUnit(keepAliveService(uid))],
  ]);
}

/** The units that are enabled and started; the services belong to them. */
export const LINUX_SOCKETS = ["holdfast-helper.socket", "holdfast-keep-alive.socket"] as const;

function socket(description: string, path: string, uid: number, connections: number): UnitSection[] {
  return [
    { name: "Unit", lines: [["Description", description]] },
    {
      name: "Socket",
      lines: [
        ["ListenStream", path],
        ["Accept", "yes"],
        // Mode 0666 is systemd's own choice when none is given (R1). A user of its own needs no new login, as a group would.
        ["SocketMode", "0600"],
        ["SocketUser", String(uid)],
        ["SocketGroup", "root"],
        ["DirectoryMode", "0755"],
        ["MaxConnections", String(connections)],
        ["MaxConnectionsPerSource", "4"],
        // With the usual limit any client could make the socket fail until an administrator comes (helper-security §2.5).
        ["TriggerLimitIntervalSec", "0"],
        ["RemoveOnStop", "yes"],
      ],
    },
    { name: "Install", lines: [["WantedBy", "sockets.target"]] },
  ];
}

function routesService(uid: number): UnitSection[] {
  return service("Holdfast's helper for routes", [
    ["ExecStart", command("routes", uid, journal)],
    ["User", SYSTEM_USER],
    ["Group", SYSTEM_USER],
    ["AmbientCapabilities", "CAP_NET_ADMIN"],
    ["CapabilityBoundingSet", "CAP_NET_ADMIN"],
    ["StateDirectory", "holdfast-helper"],
    ["RuntimeMaxSec", "45"],
    ...hardening(folder),
  ]);
}

// Root's user id without root's capabilities: a signal to root's openconnect needs the same user (helper-security §2.3), and
// CAP_SYS_PTRACE is what reads in /proc which tunnel and which sockets that process holds; to trace is filtered away.
function keepAliveService(uid: number): UnitSection[] {
  return service("Holdfast's helper that keeps VPN sessions alive", [
    ["ExecStart", command("keep-alive", uid, LINUX_PLACES.rootJournal)],
    ["CapabilityBoundingSet", "CAP_NET_ADMIN CAP_SYS_PTRACE"],
    ["StateDirectory", "holdfast"],
    // One moment of silence less on a busy machine.
    ["Nice", "-10"],
    ...hardening(folder),
  ]);
}

function service(description: string, lines: UnitSection["lines"]): UnitSection[] {
  return [
    {
      name: "Unit",
      lines: [
        ["Description", description],
        ["CollectMode", "inactive-or-failed"],
      ],
    },
    { name: "Service", lines },
  ];
}

/** `%i` names the peer: systemd puts into it what the kernel says (helper-security §2.2). */
function command(door: "routes" | "keep-alive", uid: number, stateDirectory: string): string {
  const permissions = [
    "--permission",
    // Not bound more closely, for Node cannot be given the folder "/" alone; what may be read is the unit's matter.
    "--allow-fs-read=*",
    `--allow-fs-write=${stateDirectory}/*`,
    "--allow-child-process",
  ];
  const words = [`--socket`, `--door=${door}`, `--allow-uid=${uid}`, "--peer=%i"];
  return [node, ...NODE_FLAGS, ...permissions, bundle, ...words].join(" ");
}

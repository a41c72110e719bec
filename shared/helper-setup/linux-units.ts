import { LINUX_PLACES } from "./places.ts";
import { NODE_FLAGS } from "./node-flags.ts";
import { hardening } from "./unit-hardening.ts";
import { renderUnit } from "./unit-text.ts";
import type { UnitSection } from "./unit-text.ts";

/** The system user that repairs routes: it has nothing but the right to change them. */
export const SYSTEM_USER = "holdfast-helper";

const { node, bundle, folder, journal } = LINUX_PLACES;

/** The variable by which a service is told who may connect. While it is not set, the helper refuses to start. */
const USER_VARIABLE = "HOLDFAST_USER";

/**
 * Name and text of each unit. They are the same on every machine, so that a package can bring and renew them, and as they are
 * they serve nobody: for whom they work is in {@link userDropIns}.
 */
export function linuxUnits(): ReadonlyMap<string, string> {
  return new Map([
    ["holdfast-helper.socket", renderUnit(socket("Holdfast's helper for routes", LINUX_PLACES.routesSocket, 8))],
    ["holdfast-helper@.service", renderUnit(routesService())],
    [
      "holdfast-keep-alive.socket",
      renderUnit(socket("Holdfast's helper that keeps VPN sessions alive", LINUX_PLACES.keepAliveSocket, 4)),
    ],
    ["holdfast-keep-alive@.service", renderUnit(keepAliveService())],
  ]);
}

/** Unit, and what it has to be told to serve this one user (systemd.unit(5), drop-in). */
export function userDropIns(uid: number): ReadonlyMap<string, string> {
  const forSockets = renderUnit([{ name: "Socket", lines: [["SocketUser", String(uid)]] }]);
  const forServices = renderUnit([{ name: "Service", lines: [["Environment", `${USER_VARIABLE}=${uid}`]] }]);
  return new Map([...linuxUnits().keys()].map((unit) => [unit, unit.endsWith(".socket") ? forSockets : forServices]));
}

/** The units that are enabled and started; the services belong to them. */
export const LINUX_SOCKETS = ["holdfast-helper.socket", "holdfast-keep-alive.socket"] as const;

function socket(description: string, path: string, connections: number): UnitSection[] {
  return [
    { name: "Unit", lines: [["Description", description]] },
    {
      name: "Socket",
      lines: [
        ["ListenStream", path],
        ["Accept", "yes"],
        // Mode 0666 is systemd's own choice when none is given (R1). Root's, until a drop-in names the one user; a user needs no
        // new login, as a group would.
        ["SocketMode", "0600"],
        ["SocketUser", "root"],
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

function routesService(): UnitSection[] {
  return service("Holdfast's helper for routes", [
    ["ExecStart", command("routes", journal)],
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
function keepAliveService(): UnitSection[] {
  return service("Holdfast's helper that keeps VPN sessions alive", [
    ["ExecStart", command("keep-alive", LINUX_PLACES.rootJournal)],
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

/** systemd fills in the variable; `%i` names the peer: systemd puts into it what the kernel says (helper-security §2.2). */
function command(door: "routes" | "keep-alive", stateDirectory: string): string {
  const permissions = [
    "--permission",
    // Not bound more closely, for Node cannot be given the folder "/" alone; what may be read is the unit's matter.
    "--allow-fs-read=*",
    `--allow-fs-write=${stateDirectory}/*`,
    "--allow-child-process",
  ];
  const words = [`--socket`, `--door=${door}`, `--allow-uid=\${${USER_VARIABLE}}`, "--peer=%i"];
  return [node, ...NODE_FLAGS, ...permissions, bundle, ...words].join(" ");
}

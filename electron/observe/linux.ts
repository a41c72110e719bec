import { release } from "node:os";
import type { CaptureFile } from "../../shared/capture/capture.ts";
import { isLeaseLine } from "../../shared/capture/dhcp-leases.ts";
import { isDeviceLine } from "../../shared/capture/nmcli.ts";
import { isMarkedLine } from "../../shared/capture/script-marks.ts";
import { snapshotOf } from "../../shared/capture/snapshot-of.ts";
import { commandLine } from "./command-line.ts";
import type { Tool } from "./command-line.ts";
import { endsWithUs } from "./ends-with-us.ts";
import { fileSensor } from "./file-sensor.ts";
import { findTool, isThere } from "./find-tool.ts";
import { folderSensor, keepingLines, linesSensor } from "./kept-lines-sensor.ts";
import type { FolderFiles } from "./kept-lines-sensor.ts";
import { LINUX_TOOLS } from "./linux-tools.ts";
import { linuxUnreported } from "./linux-unreported.ts";
import type { UnreportedPlaces } from "./linux-unreported.ts";
import { neighbourNews } from "./neighbour-news.ts";
import type { Platform } from "./platform.ts";
import { readProcFiles } from "./proc-sensor.ts";
import { TABLE_RUN_LIMITS } from "./run-command.ts";
import { commandSensor } from "./sensor.ts";
import type { Sensor } from "./sensor.ts";
import { STATE_FOLDERS, stateFilesSensor } from "./state-files.ts";
import { tunnelSearch } from "./tunnel-search.ts";
import type { OpenTunnel, TunnelSearch } from "./tunnel-search.ts";

/** What a capture of Linux is read with. The defaults look at the network namespace that this program runs in. */
export interface LinuxPlace {
  readonly ip: Tool;
  /** Null when systemd-resolved does not run. */
  readonly resolvectl: Tool | null;
  /** Null when NetworkManager does not run. */
  readonly nmcli: Tool | null;
  /** Lease files of DHCP clients, which know the router when the default route is gone. */
  readonly leases: readonly FolderFiles[];
  /** Folder of a process that lives in the network namespace to look at. */
  readonly process: string;
  readonly resolvConf: string;
  readonly hosts: string;
  readonly stateFolders: readonly string[];
}

/** Exists exactly while systemd-resolved runs. */
const RESOLVED_FOLDER = "/run/systemd/resolve";
/** Exists exactly while NetworkManager runs. */
const MANAGER_FOLDER = "/run/NetworkManager";
/** systemd-networkd's leases are named by the interface's index; dhclient's are where the distribution keeps them. */
const LEASES: readonly FolderFiles[] = [
  { folder: "/run/systemd/netif/leases", names: /^\d+$/, prefix: "networkd-lease", keeps: isLeaseLine },
  ...["/var/lib/dhcp", "/var/lib/dhclient", "/var/lib/NetworkManager"].map((folder, index) => ({
    folder,
    names: /^dhclient.*\.leases?$/,
    prefix: `dhclient-lease-${index + 1}`,
    keeps: isLeaseLine,
  })),
];

/** The machine itself. */
export function linuxPlace(): LinuxPlace {
  return {
    ip: findTool(LINUX_TOOLS.ip),
    resolvectl: isThere(RESOLVED_FOLDER) ? findTool(LINUX_TOOLS.resolvectl) : null,
    nmcli: isThere(MANAGER_FOLDER) ? findTool(LINUX_TOOLS.nmcli) : null,
    leases: LEASES,
    process: "/proc/self",
    resolvConf: "/etc/resolv.conf",
    hosts: "/etc/hosts",
    stateFolders: STATE_FOLDERS,
  };
}

/** How Linux is observed: iproute2's JSON, /proc, and the files of resolver and vpnc-script. */
export function linuxPlatform(place: LinuxPlace = linuxPlace()): Platform {
  const search = tunnelSearch();
  const isNeighbourNews = neighbourNews();
  return {
    os: "linux",
    osVersion: () => Promise.resolve(release()),
    sensors: () => linuxSensors(place, search),
    monitor: endsWithUs(commandLine(place.ip, ["monitor", "label", "link", "address", "route", "rule", "neigh"])),
    // Of links, addresses, routes and rules the kernel reports nothing but changes: every line can be the one that matters.
    isNews: (line) => line.trim() !== "" && isNeighbourNews(line),
    glimpse: () => linuxUnreported(unreportedPlaces(place)),
  };
}

/** systemd-resolved keeps what it was told for each link in files of its own. */
function unreportedPlaces(place: LinuxPlace): UnreportedPlaces {
  const resolved = place.resolvectl === null ? [] : [RESOLVED_FOLDER, `${RESOLVED_FOLDER}/netif`];
  return {
    files: [place.resolvConf, place.hosts],
    folders: [...place.stateFolders, ...place.leases.map(({ folder }) => folder), ...resolved],
    process: place.process,
  };
}

function linuxSensors(place: LinuxPlace, search: TunnelSearch): Sensor[] {
  const ip = (name: string, words: string, limits = {}) =>
    commandSensor(name, `ip ${words}`, commandLine(place.ip, words.split(" ")), limits);
  return [
    ip("routes4.json", "-4 -j route show table all", TABLE_RUN_LIMITS),
    ip("routes6.json", "-6 -j route show table all", TABLE_RUN_LIMITS),
    linksAndProcesses(ip("links.json", "-j -d link"), place.process, search),
    ip("addresses.json", "-j addr"),
    ip("rules4.json", "-4 -j rule"),
    ip("rules6.json", "-6 -j rule"),
    ip("neighbours.json", "-j neigh"),
    fileSensor("resolv.conf", place.resolvConf),
    linesSensor("hosts.txt", place.hosts, isMarkedLine),
    ...place.leases.map(folderSensor),
    stateFilesSensor(place.stateFolders),
    ...resolvectlSensors(place.resolvectl),
    ...nmcliSensors(place.nmcli),
  ];
}

/** The links say which tunnels are open, and so how many processes must be looked into. */
function linksAndProcesses(links: Sensor, process: string, search: TunnelSearch): Sensor {
  return async (signal) => {
    const files = await links(signal);
    return [...files, ...(await readProcFiles(process, openTunnels(files), search))];
  };
}

function openTunnels(files: readonly CaptureFile[]): OpenTunnel[] | null {
  const { snapshot } = snapshotOf({ os: "linux", osVersion: null, takenAt: null, files });
  if (!snapshot.interfaces.observed) return null;
  // Of a link that is down the carrier cannot be told.
  const open = snapshot.interfaces.value.filter((link) => link.kind === "tun" && (!link.up || link.carrier !== false));
  return open.map((link) => ({ name: link.name, index: link.index ?? 0 }));
}

function resolvectlSensors(tool: Tool | null): Sensor[] {
  if (tool === null) return [];
  return [commandSensor("resolvectl.txt", "resolvectl status", commandLine(tool, ["--no-pager", "status"]))];
}

/** NetworkManager answers from what it knows; `check` would make it ask the Internet, and is never used. */
export function nmcliSensors(tool: Tool | null): Sensor[] {
  if (tool === null) return [];
  const nmcli = (name: string, words: readonly string[]) =>
    commandSensor(name, ["nmcli", ...words].join(" "), commandLine(tool, words));
  return [
    nmcli("nmcli-general.txt", ["-t", "-f", "CONNECTIVITY", "general"]),
    keepingLines(
      nmcli("nmcli-devices.txt", ["-t", "-f", "GENERAL.DEVICE,DHCP4.OPTION", "device", "show"]),
      isDeviceLine,
    ),
  ];
}

import { release } from "node:os";
import { commandLine } from "./command-line.ts";
import type { Tool } from "./command-line.ts";
import { fileSensor } from "./file-sensor.ts";
import { findTool, isThere } from "./find-tool.ts";
import type { Platform } from "./platform.ts";
import { procSensor } from "./proc-sensors.ts";
import { commandSensor } from "./sensor.ts";
import type { Sensor } from "./sensor.ts";
import { STATE_FOLDERS, stateFilesSensor } from "./state-files.ts";

/** What a capture of Linux is read with. The defaults look at the network namespace that this program runs in. */
export interface LinuxPlace {
  readonly ip: Tool;
  /** Null when systemd-resolved does not run. */
  readonly resolvectl: Tool | null;
  /** Folder of a process that lives in the network namespace to look at. */
  readonly process: string;
  readonly resolvConf: string;
  readonly stateFolders: readonly string[];
}

const IP = ["/usr/sbin/ip", "/usr/bin/ip", "/sbin/ip", "/bin/ip"] as const;
const RESOLVECTL = ["/usr/bin/resolvectl", "/bin/resolvectl"] as const;
/** Exists exactly while systemd-resolved runs. */
const RESOLVED_FOLDER = "/run/systemd/resolve";

/** The machine itself. */
export function linuxPlace(): LinuxPlace {
  return {
    ip: findTool(IP),
    resolvectl: isThere(RESOLVED_FOLDER) ? findTool(RESOLVECTL) : null,
    process: "/proc/self",
    resolvConf: "/etc/resolv.conf",
    stateFolders: STATE_FOLDERS,
  };
}

/** How Linux is observed: iproute2's JSON, /proc, and the files of resolver and vpnc-script. */
export function linuxPlatform(place: LinuxPlace = linuxPlace()): Platform {
  return {
    os: "linux",
    osVersion: () => Promise.resolve(release()),
    sensors: () => linuxSensors(place),
    monitor: commandLine(place.ip, ["monitor", "link", "address", "route", "rule"]),
    // Every line can be the one that matters: the kernel reports nothing but changes.
    isNews: (line) => line.trim() !== "",
  };
}

function linuxSensors(place: LinuxPlace): Sensor[] {
  const ip = (name: string, words: string) =>
    commandSensor(name, `ip ${words}`, commandLine(place.ip, words.split(" ")));
  return [
    ip("routes4.json", "-4 -j route show table all"),
    ip("routes6.json", "-6 -j route show table all"),
    ip("links.json", "-j -d link"),
    ip("addresses.json", "-j addr"),
    ip("rules4.json", "-4 -j rule"),
    ip("rules6.json", "-6 -j rule"),
    ip("neighbours.json", "-j neigh"),
    procSensor(place.process),
    fileSensor("resolv.conf", place.resolvConf),
    stateFilesSensor(place.stateFolders),
    ...resolvectlSensors(place.resolvectl),
  ];
}

function resolvectlSensors(tool: Tool | null): Sensor[] {
  if (tool === null) return [];
  return [commandSensor("resolvectl.txt", "resolvectl status", commandLine(tool, ["--no-pager", "status"]))];
}

import { networkInterfaces } from "node:os";
import { isMarkedLine } from "../../shared/capture/script-marks.ts";
import { commandLine } from "./command-line.ts";
import { scutilSensor, toolSensor } from "./darwin-command.ts";
import { serviceServersSensor, tunnelKeysSensor } from "./darwin-resolvers.ts";
import { DARWIN_TOOLS } from "./darwin-tools.ts";
import type { DarwinTools } from "./darwin-tools.ts";
import { fileSensor } from "./file-sensor.ts";
import { folderSensor, linesSensor } from "./kept-lines-sensor.ts";
import type { FolderFiles } from "./kept-lines-sensor.ts";
import type { Platform } from "./platform.ts";
import { runCommand, TABLE_RUN_LIMITS } from "./run-command.ts";
import { commandSensor, withFallback } from "./sensor.ts";
import type { Sensor } from "./sensor.ts";
import { STATE_FOLDERS, stateFilesSensor } from "./state-files.ts";

/** Messages of the routing socket that announce a change; the rest are answers to somebody's question. */
const CHANGE = /^RTM_(?:ADD|DELETE|CHANGE|REDIRECT|NEWADDR|DELADDR|IFINFO)\b/;
/** Neighbour entries and clones come and go with every packet to a new host; a request that failed changed nothing. */
const NO_CHANGE = /\b(?:LLINFO|WASCLONED|errno [1-9]\d*)\b/;

/**
 * How macOS is observed. `tools` are the system's own, `connected` names the interfaces that have an IPv4 address now, and
 * files are read from the root of the file system, unless a test brings others.
 */
export function darwinPlatform(
  tools: DarwinTools = DARWIN_TOOLS,
  connected: () => readonly string[] = interfacesWithAddress,
  root = "",
): Platform {
  return {
    os: "darwin",
    osVersion: (signal) => productVersion(tools, signal),
    sensors: () => darwinSensors(tools, connected(), root),
    monitor: commandLine(tools.route, ["-n", "monitor"]),
    isNews: (line) => CHANGE.test(line) && !NO_CHANGE.test(line),
  };
}

function darwinSensors(tools: DarwinTools, connected: readonly string[], root: string): Sensor[] {
  return [
    ...waysAndPrograms(tools),
    socketsSensor(tools),
    toolSensor("network.txt", tools.scutil, "scutil", ["--nwi"]),
    toolSensor("dns.txt", tools.scutil, "scutil", ["--dns"]),
    scutilSensor("primary4.txt", tools.scutil, "show State:/Network/Global/IPv4"),
    scutilSensor("primary6.txt", tools.scutil, "show State:/Network/Global/IPv6"),
    tunnelKeysSensor(tools),
    serviceServersSensor(tools, new Set(connected)),
    ...networkWords(tools, connected),
    fileSensor("resolv.conf", "/etc/resolv.conf", root),
    folderSensor({ ...RESOLVER_FILES, root }),
    linesSensor("hosts.txt", "/etc/hosts", isMarkedLine, root),
    linesSensor("pf.conf", "/etc/pf.conf", isMarkedLine, root),
    stateFilesSensor(STATE_FOLDERS, root),
  ];
}

/** Where packets go, who runs, and what the networks said of themselves, without the sockets; all else takes longer. */
export function quickDarwinSensors(
  tools: DarwinTools,
  connected: readonly string[] = interfacesWithAddress(),
): Sensor[] {
  return [...waysAndPrograms(tools), ...networkWords(tools, connected)];
}

function waysAndPrograms(tools: DarwinTools): Sensor[] {
  return [
    routesSensor(tools, "inet"),
    routesSensor(tools, "inet6"),
    toolSensor("interfaces.txt", tools.ifconfig, "ifconfig", ["-a"]),
    processSensor(tools),
    toolSensor("tunnels.txt", tools.netstat, "netstat", ["-f", "systm", "-anv"]),
  ];
}

function networkWords(tools: DarwinTools, connected: readonly string[]): Sensor[] {
  const cards = connected.filter((name) => /^en\d+$/.test(name));
  return [...cards.map((name) => dhcpSensor(tools, name)), ...cards.map((name) => signInSensor(tools, name))];
}

// -l adds the source address of each row, which can be the only proof that a row is stale (macos-facts §3.6).
function routesSensor({ netstat }: DarwinTools, family: "inet" | "inet6"): Sensor {
  const name = `routes-${family}.txt`;
  const words = ["-f", family];
  return withFallback(
    toolSensor(name, netstat, "netstat", ["-rnl", ...words], TABLE_RUN_LIMITS),
    toolSensor(name, netstat, "netstat", ["-rn", ...words], TABLE_RUN_LIMITS),
  );
}

// Without -ww the commands are cut to the width of a terminal that is not there.
function processSensor({ ps }: DarwinTools): Sensor {
  return toolSensor("processes.txt", ps, "LC_ALL=C ps", ["-axwwo", "pid,ppid,user,lstart,command"]);
}

/** The sockets of all programs. lsof finds what it may and still reports failure. */
export function socketsSensor({ lsof }: DarwinTools): Sensor {
  const words = ["-nP", "-w", "-i"];
  return commandSensor("sockets.txt", `lsof ${words.join(" ")}`, { ...commandLine(lsof, words), mayFail: true });
}

// An interface that was not configured by DHCP has no such option: nothing printed, exit status 1.
function dhcpSensor({ ipconfig }: DarwinTools, name: string): Sensor {
  const words = ["getoption", name, "router"];
  const command = { ...commandLine(ipconfig, words), mayFail: true };
  return commandSensor(`dhcp-${name}.txt`, `ipconfig ${words.join(" ")}`, command);
}

// What macOS found when it looked for a sign-in page on this network; it asks by itself, whenever it joins one.
function signInSensor({ scutil }: DarwinTools, name: string): Sensor {
  return scutilSensor(`sign-in-${name}.txt`, scutil, `show State:/Network/Interface/${name}/CaptiveNetwork`);
}

/** Servers for single domains, which vpn-slice writes without a mark (resolver(5), openconnect-facts §2.4). */
const RESOLVER_FILES: FolderFiles = {
  folder: "/etc/resolver",
  names: /^[^.]/,
  prefix: "resolver",
  keeps: (line) => /^\s*(?:nameserver|domain)\s/.test(line),
};

function interfacesWithAddress(): string[] {
  const entries = Object.entries(networkInterfaces());
  return entries
    .filter(([, addresses]) => addresses?.some((one) => one.family === "IPv4" && !one.internal))
    .map(([name]) => name);
}

async function productVersion({ swVers }: DarwinTools, signal: AbortSignal | undefined): Promise<string | null> {
  const content = await runCommand(commandLine(swVers, ["-productVersion"]), signal === undefined ? {} : { signal });
  return content.read ? content.text.trim() : null;
}

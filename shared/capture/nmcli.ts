import { partlyObserved } from "../snapshot/part.ts";
import type { Connectivity } from "../snapshot/snapshot.ts";
import { UnreadableOutput } from "./contribution.ts";
import type { CaptureSource, OutputParser } from "./contribution.ts";
import { hintOfLease } from "./dhcp-hint.ts";
import { isCommand, ownArguments } from "./source.ts";
import { isBlank, linesOf } from "./text-lines.ts";
import type { Line } from "./text-lines.ts";

const STATES: ReadonlySet<string> = new Set<Connectivity["state"]>(["full", "limited", "portal", "none", "unknown"]);
const FIELD = /^([A-Z0-9]+\.[A-Z0-9-]+)(?:\[\d+\])?:(.*)$/;
const DHCP_OPTION = /^(\w+) = (.*)$/;

/**
 * Reads what NetworkManager last found out about the Internet: `nmcli -t -f CONNECTIVITY general` (it answers from what
 * it knows, `check` alone would ask anew). Throws {@link UnreadableOutput} `bad-connectivity`.
 */
export const nmcliConnectivity: OutputParser = {
  os: "linux",
  understands: (source) => asksFor(source, "general", ["CONNECTIVITY"]),
  parse(text) {
    const lines = linesOf(text).filter((line) => !isBlank(line));
    const connectivity = lines.map((line): Connectivity => {
      const state = line.text.trim();
      if (!isState(state)) throw new UnreadableOutput(line.number, "bad-connectivity");
      return { origin: "network-manager", interface: null, state };
    });
    return { connectivity: partlyObserved(connectivity) };
  },
};

/**
 * Reads the routers that DHCP told NetworkManager, which it keeps while it holds the lease:
 * `nmcli -t -f GENERAL.DEVICE,DHCP4.OPTION device show`. Throws {@link UnreadableOutput} `bad-line`.
 */
export const nmcliDevices: OutputParser = {
  os: "linux",
  understands: (source) => asksFor(source, "device", ["GENERAL.DEVICE", "DHCP4.OPTION"]),
  parse(text) {
    const leases: { device: string; address?: string; routers?: string }[] = [];
    for (const line of linesOf(text).filter((one) => !isBlank(one))) {
      const [name, value] = readField(line);
      if (name === "GENERAL.DEVICE") leases.push({ device: value });
      const lease = leases.at(-1);
      const [, option, setting] = name === "DHCP4.OPTION" ? (DHCP_OPTION.exec(value) ?? []) : [];
      if (lease === undefined || setting === undefined) continue;
      if (option === "ip_address") lease.address = setting;
      if (option === "routers") lease.routers = setting;
    }
    const hints = leases.flatMap(({ device, address, routers }) => hintOfLease({ device, address, routers }));
    return { routerHints: partlyObserved(hints) };
  },
};

/** Whether a line of the device list says something that is read here; options of DHCP name hosts and domains, too. */
export function isDeviceLine(line: string): boolean {
  return /^(?:GENERAL\.DEVICE:|DHCP4\.OPTION\[\d+\]:(?:ip_address|routers) = )/.test(line);
}

function isState(text: string): text is Connectivity["state"] {
  return STATES.has(text);
}

function asksFor(source: CaptureSource, object: string, fields: readonly string[]): boolean {
  if (!isCommand(source, "nmcli")) return false;
  const words = ownArguments(source);
  return words.includes(object) && words.includes(fields.join(","));
}

// In terse mode colons and backslashes inside a value are escaped.
function readField(line: Line): [string, string] {
  const [, name, value] = FIELD.exec(line.text) ?? [];
  if (name === undefined || value === undefined) throw new UnreadableOutput(line.number, "bad-line");
  return [name, value.replaceAll(/\\([:\\])/g, "$1")];
}

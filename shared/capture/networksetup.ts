import { canonicalAddress } from "../network/address.ts";
import { partlyObserved } from "../snapshot/part.ts";
import { UnreadableOutput } from "./contribution.ts";
import type { CaptureSource, NetworkService, OutputParser } from "./contribution.ts";
import { isCommand, ownArguments } from "./source.ts";
import { isBlank, isPrompt, linesOf } from "./text-lines.ts";
import type { Line } from "./text-lines.ts";

const NO_SERVERS = /^There aren't any DNS Servers set on /;
const SERVICE = /^\((?:\d+|\*)\) (.+)$/;
const HARDWARE = /^\(Hardware Port: .*, Device: (.*)\)$/;
const EXPLANATION = /^An asterisk \(\*\) denotes /;
const ROUTER = /^(?:IPv6 )?Router: (.*)$/;
const NO_ROUTER = /^(?:none|\(null\)|0\.0\.0\.0)?$/;

/**
 * Reads `networksetup -getdnsservers SERVICE`: servers set by hand or by a VPN client, which survive a reboot
 * (macos-facts §9.4). Throws {@link UnreadableOutput} `bad-line`, also for an unknown service.
 */
export const networksetupDnsServers: OutputParser = {
  os: "darwin",
  understands: (source) => serviceOf(source, "-getdnsservers") !== null,
  parse(text, source) {
    const lines = outputLines(text);
    if (lines.length === 0) throw new UnreadableOutput(0, "empty");
    const setByNobody = lines.length === 1 && NO_SERVERS.test(lines[0]?.text ?? "");
    if (setByNobody) return { resolvers: partlyObserved([]) };
    const resolver = {
      origin: "networksetup" as const,
      name: serviceOf(source, "-getdnsservers"),
      servers: lines.map((line) => readAddress(line.text.trim(), line)),
      domains: [],
      interface: null,
      writtenBy: null,
      scoped: false,
      supplemental: false,
    };
    return { resolvers: partlyObserved([resolver]) };
  },
};

/**
 * Reads `networksetup -getinfo SERVICE`: the router of the service. The hint carries the service's name as its
 * interface until the list of services tells which interface that is. Throws {@link UnreadableOutput} `bad-line`.
 */
export const networksetupInfo: OutputParser = {
  os: "darwin",
  understands: (source) => serviceOf(source, "-getinfo") !== null,
  parse(text, source) {
    const name = serviceOf(source, "-getinfo") ?? "";
    const lines = outputLines(text);
    if (!lines.some((line) => ROUTER.test(line.text))) throw new UnreadableOutput(lines[0]?.number ?? 0, "bad-line");
    const routers = lines.flatMap((line) => {
      const router = ROUTER.exec(line.text.trimEnd())?.[1];
      return router === undefined || NO_ROUTER.test(router) ? [] : [readAddress(router, line)];
    });
    return {
      routerHints: partlyObserved(routers.map((router) => ({ interface: name, router, origin: "network-service" }))),
    };
  },
};

/**
 * Reads `networksetup -listnetworkserviceorder`: which interface a service configures. Services without a device (VPNs)
 * are left out. Throws {@link UnreadableOutput} `bad-line`.
 */
export const networksetupServiceOrder: OutputParser = {
  os: "darwin",
  understands: (source) => isCommand(source, "networksetup") && ownArguments(source)[0] === "-listnetworkserviceorder",
  parse(text) {
    const networkServices: NetworkService[] = [];
    let name: string | null = null;
    for (const line of outputLines(text)) {
      // Names may hold brackets, so a line about hardware is looked for first (macos-facts §9.4).
      const device = HARDWARE.exec(line.text)?.[1];
      const service = SERVICE.exec(line.text)?.[1];
      if (device !== undefined && name !== null) {
        if (device !== "") networkServices.push({ name, interface: device });
        name = null;
      } else if (service !== undefined) name = service;
      else if (!EXPLANATION.test(line.text)) throw new UnreadableOutput(line.number, "bad-line");
    }
    return { networkServices };
  },
};

function serviceOf(source: CaptureSource, option: string): string | null {
  if (!isCommand(source, "networksetup")) return null;
  const [first, ...words] = ownArguments(source);
  return first === option && words.length > 0 ? words.join(" ") : null;
}

function outputLines(text: string): Line[] {
  return linesOf(text).filter((line) => !isBlank(line) && !isPrompt(line));
}

function readAddress(text: string, line: Line): string {
  const address = canonicalAddress(text);
  if (address === null) throw new UnreadableOutput(line.number, "bad-line");
  return address;
}

import type { CaptureFile } from "../../shared/capture/capture.ts";
import { networksetupServiceOrder } from "../../shared/capture/networksetup.ts";
import { UnreadableOutput } from "../../shared/capture/contribution.ts";
import type { NetworkService } from "../../shared/capture/contribution.ts";
import { parseSource } from "../../shared/capture/source.ts";
import { scutilSensor, toolSensor } from "./darwin-command.ts";
import type { DarwinTools } from "./darwin-tools.ts";
import type { Sensor } from "./sensor.ts";
import { readSensors } from "./sensor.ts";

/** Keys that a script named after its tunnel; the system's own services have UUIDs (macos-facts §9.3). */
const TUNNEL_KEY = /= (State:\/Network\/Service\/[a-z]+\d+\/DNS)$/gm;
const ALL_DNS_KEYS = "State:/Network/Service/[^/]+/DNS";

/** Name servers that VPN scripts left in the dynamic store: the list of keys, then each key that belongs to a tunnel. */
export function tunnelKeysSensor({ scutil }: DarwinTools): Sensor {
  const list = scutilSensor("dns-keys.txt", scutil, `list ${ALL_DNS_KEYS}`);
  return async (signal) => {
    const files = await list(signal);
    const keys = files.flatMap((file) => [...textOf(file).matchAll(TUNNEL_KEY)].map((match) => match[1] ?? ""));
    const questions = keys.map((key, index) => scutilSensor(`dns-key-${index + 1}.txt`, scutil, `show ${key}`));
    return [...files, ...(await readSensors(questions, signal))];
  };
}

/**
 * Name servers set by hand or by a script: the list of network services, then the servers of those whose interface has
 * an address. `connected` names these interfaces.
 */
export function serviceServersSensor({ networksetup }: DarwinTools, connected: ReadonlySet<string>): Sensor {
  const list = toolSensor("services.txt", networksetup, "networksetup", ["-listnetworkserviceorder"]);
  return async (signal) => {
    const files = await list(signal);
    const services = files.flatMap(servicesOf).filter((service) => connected.has(service.interface));
    const questions = services.map(({ name }, index) =>
      toolSensor(`dns-service-${index + 1}.txt`, networksetup, "networksetup", ["-getdnsservers", name]),
    );
    return [...files, ...(await readSensors(questions, signal))];
  };
}

// What cannot be read here cannot be read in the capture either, and is reported from there.
function servicesOf(file: CaptureFile): readonly NetworkService[] {
  try {
    return networksetupServiceOrder.parse(textOf(file), parseSource(file.source)).networkServices ?? [];
  } catch (error) {
    if (error instanceof UnreadableOutput) return [];
    throw error;
  }
}

function textOf(file: CaptureFile): string {
  return file.content.read ? file.content.text : "";
}

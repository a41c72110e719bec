import type { Answer, MacState } from "../state.ts";
import { printed } from "../state.ts";

/** `networksetup -listnetworkserviceorder`, `-getdnsservers SERVICE` and `-setdnsservers SERVICE ADDRESS…|empty`. */
export function networksetup(words: readonly string[], mac: MacState): Answer {
  const [verb, name = "", ...servers] = words;
  if (verb === "-listnetworkserviceorder") return printed(serviceOrder(mac));
  if (!mac.configd.services.some((service) => service.name === name)) return notRecognized(name);
  if (verb === "-setdnsservers") {
    if (/^empty$/i.test(servers[0] ?? "")) mac.manualResolvers.delete(name);
    else mac.manualResolvers.set(name, servers);
    return printed("");
  }
  const set = mac.manualResolvers.get(name) ?? [];
  return printed(set.length === 0 ? `There aren't any DNS Servers set on ${name}.\n` : `${set.join("\n")}\n`);
}

// Its exit status is not to be relied upon (macos-facts §9.4).
function notRecognized(name: string): Answer {
  return printed(`${name} is not a recognized network service.\n** Error: The parameters were not valid.\n`);
}

function serviceOrder({ configd }: MacState): string {
  const entries = configd.services.map(
    ({ name, device }, index) => `(${index + 1}) ${name}\n(Hardware Port: ${name}, Device: ${device})\n`,
  );
  return `An asterisk (*) denotes that a network service is disabled.\n${entries.join("\n")}`;
}

import { dialUpUse, isDialUpName } from "../network/dial-up.ts";
import { valuesOf } from "../snapshot/part.ts";
import type { Process } from "../snapshot/process.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import type { ClientKind } from "./client-kind.ts";

/** Programs that start pppd for their own tunnel: they are the client then. */
const MASTERS = /(?:^|\/)(?:openfortivpn|pptp|sstpc|nm-\w+-service)$/;

/** pppd as the system's own L2TP or PPTP: macOS keeps its routes (macos-facts §8). Of a provider's line it is no VPN. */
export const pppd: ClientKind = {
  kind: "pppd",
  family: "platform-managed",
  executables: ["pppd"],
  service: false,
  guardsRoutes: true,
  recognisesTunnel: ({ name }) => isDialUpName(name),
  isMeant: (process, snapshot) => !isForProvider(process, snapshot) && !hasMaster(process, snapshot),
};

function isForProvider({ arguments: words }: Process, snapshot: Snapshot): boolean {
  if (words.some((word) => /pppoe|\/dev\/(?:tty|cu\.)|^(?:tty|cu\.)/i.test(word))) return true;
  return valuesOf(snapshot.interfaces).some(({ name }) => isDialUpName(name) && dialUpUse(name, snapshot) === "uplink");
}

function hasMaster({ parentPid }: Process, snapshot: Snapshot): boolean {
  const parent = valuesOf(snapshot.processes).find(({ pid }) => pid === parentPid);
  return parent !== undefined && MASTERS.test(parent.executable ?? parent.arguments[0] ?? "");
}

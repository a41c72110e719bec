import type { OperatingSystem, Snapshot } from "../../../shared/snapshot/snapshot.ts";
import { darwinRoute } from "../example-route.ts";
import { observedValue } from "../observed-value.ts";
import { CAFE, HOME, sessionAt } from "../same-subnet.ts";
import { ask } from "./ask.ts";
import { createMachine } from "./machine.ts";
import type { Machine } from "./machine.ts";

/** A table of macOS without them was cut. */
const LOOPBACK_OF_A_MAC = [
  darwinRoute({ destination: "127.0.0.1/32", gateway: "127.0.0.1", interface: "lo0", flags: ["U", "H"] }),
  darwinRoute({ family: "inet6", destination: "::1/128", gateway: "link", interface: "lo0", flags: ["U", "H", "L"] }),
];

/** A machine as this snapshot shows it. */
export function machineSeen({ os, routes, ...seen }: Snapshot): Machine {
  const machine = createMachine(os, []);
  show(machine, { os, routes, ...seen });
  return machine;
}

function show(machine: Machine, { routes, ...seen }: Snapshot): void {
  const loopback = machine.os === "darwin" ? LOOPBACK_OF_A_MAC : [];
  const rows = [...observedValue(routes.inet), ...observedValue(routes.inet6), ...loopback];
  machine.rows.splice(0, machine.rows.length, ...rows);
  machine.seen = seen;
}

/** A laptop whose openconnect lives on after a change of network; its repair moves a route and nudges the client. */
export async function afterRoaming(os: OperatingSystem): Promise<Machine> {
  const machine = machineSeen(sessionAt(os, CAFE));
  await ask(machine.host(), "plan", {});
  show(machine, sessionAt(os, HOME));
  return machine;
}

import type { InterfaceReport, InterfaceRole } from "../../../shared/explain/interface-report.ts";

/** Where people look: tunnels first, then what connects this computer, then what is nobody's concern. */
export type GroupName = "tunnels" | "networks" | "others" | "system";

const GROUP: Readonly<Record<InterfaceRole, GroupName>> = {
  "leftover-tunnel": "tunnels",
  "vpn-tunnel": "tunnels",
  "unowned-tunnel": "tunnels",
  wifi: "networks",
  ethernet: "networks",
  mobile: "networks",
  "network-card": "networks",
  bridge: "others",
  "guest-bridge": "others",
  container: "others",
  "stand-in": "others",
  unknown: "others",
  "system-tunnel": "system",
  system: "system",
  loopback: "system",
};

/** The interfaces of one group, in the order of the report. */
export function interfacesOf(group: GroupName, interfaces: readonly InterfaceReport[]): InterfaceReport[] {
  return interfaces.filter(({ role }) => GROUP[role] === group);
}

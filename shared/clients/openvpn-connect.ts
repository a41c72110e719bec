import type { ClientKind } from "./client-kind.ts";

/** OpenVPN Connect: its agent runs the third version of OpenVPN and renews its routes when the network changes. */
export const openvpnConnect: ClientKind = {
  kind: "openvpn-connect",
  family: "pins-host-route",
  executables: ["ovpnagent", "ovpnhelper", "ovpnconnector"],
  service: true,
  guardsRoutes: true,
};

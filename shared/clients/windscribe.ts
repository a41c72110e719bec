import type { ClientKind } from "./client-kind.ts";

/** Windscribe: its helper keeps routes and firewall up to date. */
export const windscribe: ClientKind = {
  kind: "windscribe",
  family: "pins-host-route",
  executables: ["windscribe-helper", "com.windscribe.helper.macos", "windscribeengine"],
  service: true,
  guardsRoutes: true,
};

import type { ClientKind } from "./client-kind.ts";

/** Zscaler Client Connector: its tunnel is up all the time (macos-facts §8). */
export const zscaler: ClientKind = {
  kind: "zscaler",
  family: "pins-host-route",
  executables: ["zscalertunnel", "zsatunnel", "upmservicecontroller"],
  service: true,
  guardsRoutes: true,
};

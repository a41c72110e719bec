import type { ClientKind } from "./client-kind.ts";

/** Pulse Secure / Ivanti: its access service keeps the routes (macos-facts §8). */
export const pulseSecure: ClientKind = {
  kind: "pulse-secure",
  family: "pins-host-route",
  executables: ["dsaccessservice", "pulsesvc"],
  service: true,
  guardsRoutes: true,
};

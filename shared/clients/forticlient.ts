import type { ClientKind } from "./client-kind.ts";

/** FortiClient: its daemons keep routes and tunnel together (macos-facts §8). */
export const forticlient: ClientKind = {
  kind: "forticlient",
  family: "pins-host-route",
  executables: ["fctservctl", "fctservctl2", "forticlient", "fortitray", "fortivpn"],
  service: true,
  guardsRoutes: true,
};

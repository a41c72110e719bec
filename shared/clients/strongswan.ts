import type { ClientKind } from "./client-kind.ts";

/** strongSwan and the IKEv2 daemons of the system: MOBIKE moves the session by itself (openconnect-facts §5). */
export const strongswan: ClientKind = {
  kind: "strongswan",
  family: "platform-managed",
  executables: ["charon", "charon-systemd", "charon-nm", "neikev2provider", "racoon"],
  service: true,
  guardsRoutes: true,
};

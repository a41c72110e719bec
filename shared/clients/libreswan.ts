import type { ClientKind } from "./client-kind.ts";

/** Libreswan and Openswan: the kernel wraps the packets up by policies, no route is pinned. */
export const libreswan: ClientKind = {
  kind: "libreswan",
  family: "platform-managed",
  executables: ["pluto"],
  service: true,
  guardsRoutes: true,
};

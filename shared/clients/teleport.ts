import type { ClientKind } from "./client-kind.ts";

/** Teleport's VNet: answers for single names inside its own addresses, and pins nothing (macos-facts §8). */
export const teleport: ClientKind = {
  kind: "teleport",
  family: "marks-sockets",
  executables: ["tsh"],
  service: false,
  guardsRoutes: true,
  // tsh is a remote shell before all.
  isMeant: ({ arguments: words }) => words.includes("vnet-daemon"),
};

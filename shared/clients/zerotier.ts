import type { ClientKind } from "./client-kind.ts";

/** ZeroTier: managed routes through feth or zt interfaces (macos-facts §8). */
export const zerotier: ClientKind = {
  kind: "zerotier",
  family: "marks-sockets",
  executables: ["zerotier-one"],
  service: true,
  guardsRoutes: true,
  recognisesTunnel: ({ name }) => /^(?:feth\d|zt)/.test(name),
};

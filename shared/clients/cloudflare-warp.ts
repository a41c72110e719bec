import type { ClientKind } from "./client-kind.ts";

/** Cloudflare WARP: many prefixes through its tunnel, own pins (macos-facts §8). */
export const cloudflareWarp: ClientKind = {
  kind: "cloudflare-warp",
  family: "pins-host-route",
  executables: ["warp-svc", "cloudflarewarp"],
  service: true,
  guardsRoutes: true,
};

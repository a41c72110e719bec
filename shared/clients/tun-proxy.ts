import type { ClientKind } from "./client-kind.ts";

/** Proxies with a tunnel interface (Clash, mihomo, sing-box, tun2socks): bind their sockets (macos-facts §8). */
export const tunProxy: ClientKind = {
  kind: "tun-proxy",
  family: "marks-sockets",
  executables: [
    "mihomo",
    "verge-mihomo",
    "clash",
    "clash-meta",
    "clashx",
    "sing-box",
    "xray",
    "tun2socks",
    "clash-verge-service",
    "surge",
  ],
  service: false,
  guardsRoutes: true,
};

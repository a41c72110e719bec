/*
 * Recorded machines (tests/captures/data) that are shown again and again. Three are the Mac of the report in
 * docs/design/01-product.md.
 */

/** The VPN works. */
export const HEALTHY = "04-seed-healthy-reconstructed";

/** The client is gone and has left its stale pin. */
export const STALE_PIN = "05-third-state-stale-pin";

/** No VPN, and nothing is left of one. */
export const OFF = "02-seed-after-switch-clean";

/** The client lives and tries in vain, because of the stale pin. */
export const LIVING_CLIENT = "06-reconnect-loop-stale-pin";

/** Linux, where a mesh works in a routing table of its own. */
export const TAILSCALE = "85-linux-tailscale-healthy";

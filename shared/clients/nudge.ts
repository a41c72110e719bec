import type { Step } from "../repair/step.ts";
import type { VpnClient } from "./vpn-client.ts";

/**
 * The step that asks a living client to reconnect at once; none for clients without a documented signal. Only
 * openconnect means "reconnect" by SIGUSR2 (OpenVPN prints statistics on it: openconnect-facts §1.1, §5).
 */
export function nudgeStep(client: VpnClient): Step[] {
  if (client.kind !== "openconnect" || client.pid === null || !client.alive) return [];
  return [{ op: "nudge-client", client: client.kind, pid: client.pid, startedAt: client.startedAt, signal: "SIGUSR2" }];
}

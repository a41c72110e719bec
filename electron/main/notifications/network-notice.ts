import type { KeepAliveStatus } from "../../../shared/contract/keep-alive-status.ts";
import type { Assessment } from "../../../shared/health/finding.ts";
import type { Moment, ShownLook } from "./moment.ts";
import type { Notice } from "./notice.ts";

/** A look that shows another network this many milliseconds after keep-alive was done shows the one that it was done for. */
const SAME_CHANGE = 15_000;
const KEEPS: ReadonlySet<KeepAliveStatus["state"]> = new Set(["watching", "restoring", "back"]);

/** What there is to say when a look shows another network than the one before, or null where no VPN depends on it. */
export function networkNotice({ assessment }: ShownLook, { keepAlive, at }: Moment): Notice | null {
  if (!isVpnUp(assessment)) return null;
  if (keepAlive.state === "back" && at - Date.parse(keepAlive.at) < SAME_CHANGE) return null;
  return { kind: KEEPS.has(keepAlive.state) ? "network-changed-kept" : "network-changed" };
}

function isVpnUp({ clients }: Assessment): boolean {
  return clients.some((client) => client.alive && client.interface !== null);
}

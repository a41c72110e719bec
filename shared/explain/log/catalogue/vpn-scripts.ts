import type { MessageTable } from "../message.ts";

/** What vpnc-script prints. */
export const vpncScriptMessages = {
  "vpnc-not-called-by-vpnc": { severity: "error", patterns: ["this script must be called from vpnc"] },
  "vpnc-unknown-reason": {
    severity: "error",
    patterns: ["unknown reason '{reason}'. Maybe vpnc-script is out of date"],
  },
  "vpnc-exclude-no-route": {
    severity: "warning",
    patterns: ["cannot find route for exclude route {network}, ignoring"],
  },
  "vpnc-banner": { severity: "info", patterns: ["Connect Banner:"] },
} as const satisfies MessageTable;

/** What vpn-slice prints. */
export const vpnSliceMessages = {
  "vpnslice-ignores-reason": { severity: "warning", patterns: ["WARNING: vpn-slice ignores reason={reason}"] },
  "vpnslice-explicit-route": { severity: "info", patterns: ["Set explicit route to VPN gateway {gateway} ({route})"] },
  "vpnslice-no-gateway-route": {
    severity: "error",
    patterns: ["WARNING: no route to VPN gateway found {gateway}; cannot set explicit route to it."],
  },
  "vpnslice-delete-failed": { severity: "warning", patterns: ["WARNING: could not delete {what} ({destination})"] },
  "vpnslice-firewall-deconf": {
    severity: "warning",
    patterns: ["WARNING: failed to deconfigure firewall for VPN interface ({interface})"],
  },
  "vpnslice-hosts-removed": { severity: "info", patterns: ["Removed {hosts:int} hosts from /etc/hosts"] },
} as const satisfies MessageTable;
